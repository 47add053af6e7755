package io.github.swarmclient.testkit.http;

import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is wrong with logs and the output of commands; it comes after the engine's first frame. */
final class FrameFaults {
  private static final int HEADER = 8;
  private static final int STDOUT = 1;
  private static final int ENGINE = 3;
  private static final int LONG = 10_000_000;

  private FrameFaults() {}

  static boolean answer(Struck struck, TransportResponse real) throws IOException {
    BodyOut out = struck.replies().begin(real);
    out.write(first(real.body()));
    switch (struck.fault()) {
      case CUT_IN_FRAME_HEADER -> out.write(Arrays.copyOf(frame(STDOUT, "cut"), HEADER - 3));
      case CUT_IN_PAYLOAD -> out.write(Arrays.copyOf(frame(STDOUT, "cut off\n"), HEADER + 3));
      case HUGE_FRAME -> out.write(frame(STDOUT, 0xffffffff, "far too long"));
      case UNKNOWN_FRAME -> out.write(frame(255, "of no type\n"));
      case ENGINE_FRAME ->
          out.write(
              frame(
                  ENGINE,
                  "Error grabbing logs: rpc error: code = Unknown desc = warning: incomplete log"
                      + " stream. some logs could not be retrieved for the following reasons: node"
                      + " is not available"));
      case TERMINAL_BYTES -> {
        out.write("root@docker01:/# ls\r\n".getBytes(StandardCharsets.US_ASCII));
        struck.replies().copy(real.body(), out);
      }
      case LONG_LINE -> {
        out.write(frame(STDOUT, "x".repeat(LONG) + "\n"));
        struck.replies().copy(real.body(), out);
      }
      default -> {
        out.write(frame(STDOUT, ""));
        struck.replies().copy(real.body(), out);
      }
    }
    return out.end();
  }

  /** Returns the first frame, as far as there is one. */
  private static byte[] first(InputStream in) throws IOException {
    byte[] header = in.readNBytes(HEADER);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(header);
    if (header.length == HEADER) {
      frame.writeBytes(in.readNBytes(ByteBuffer.wrap(header).getInt(4)));
    }
    return frame.toByteArray();
  }

  private static byte[] frame(int type, String payload) {
    return frame(type, payload.length(), payload);
  }

  private static byte[] frame(int type, int length, String payload) {
    ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length());
    frame.put((byte) type).putInt(4, length).position(HEADER);
    return frame.put(payload.getBytes(StandardCharsets.US_ASCII)).array();
  }
}
