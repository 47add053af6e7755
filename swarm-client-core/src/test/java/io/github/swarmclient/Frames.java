package io.github.swarmclient;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts together what engines send of a process. */
final class Frames {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Frames frame(int stream, String payload) {
    return frame(stream, payload.getBytes(StandardCharsets.UTF_8));
  }

  Frames frame(int stream, byte[] payload) {
    header(stream, payload.length);
    bytes.writeBytes(payload);
    return this;
  }

  Frames header(int stream, long length) {
    bytes.writeBytes(
        new byte[] {
          (byte) stream,
          0,
          0,
          0,
          (byte) (length >> 24),
          (byte) (length >> 16),
          (byte) (length >> 8),
          (byte) length
        });
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
