package io.github.swarmclient.testkit.http;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;

/** What is wrong with what engines go on saying. */
final class StreamFaults {
  private StreamFaults() {}

  static boolean answer(Struck struck, TransportResponse real) throws IOException {
    switch (struck.fault()) {
      case STALL -> {
        struck.replies().begin(real);
        return struck.stall();
      }
      case EOF_BEFORE_FIRST_BYTE -> {
        struck.replies().begin(real);
        return false;
      }
      case DRIP -> {
        return drip(struck, real);
      }
      default -> {
        boolean events = struck.fault().concerns("GET", "/events");
        return events ? EventFaults.answer(struck, real) : FrameFaults.answer(struck, real);
      }
    }
  }

  private static boolean drip(Struck struck, TransportResponse real) throws IOException {
    BodyOut out = struck.replies().begin(real);
    InputStream in = real.body();
    for (int b = in.read(); b >= 0; b = in.read()) {
      out.write(b);
      struck.drip();
    }
    return out.end();
  }
}
