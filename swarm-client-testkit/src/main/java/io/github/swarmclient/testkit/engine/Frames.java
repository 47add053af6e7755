package io.github.swarmclient.testkit.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The frames in which an engine sends several streams over one connection. */
final class Frames {
  static final int STDOUT = 1;
  static final int STDERR = 2;

  /** The stream on which an engine reports trouble after it has said 200. */
  static final int SYSTEM_ERROR = 3;

  private Frames() {}

  /** Returns the payload behind a header of eight bytes: stream, three zeros, length. */
  static byte[] frame(int stream, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .putInt(stream << 24)
        .putInt(payload.length)
        .put(payload)
        .array();
  }

  static byte[] frame(int stream, String text) {
    return frame(stream, text.getBytes(StandardCharsets.UTF_8));
  }
}
