package io.github.swarmclient.testkit.http;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;

/** What is wrong with the status line and the headers of an answer. */
final class HeadFaults {
  private static final int OVERSIZED = 16 << 20;

  private HeadFaults() {}

  static boolean answer(Struck struck, TransportResponse real) throws IOException {
    Link link = struck.link();
    switch (struck.fault()) {
      case HALF_STATUS_LINE -> link.write("HTTP/1.1 20");
      case GARBAGE_LINE -> link.write("\u0015\u0003\u0001 this is no HTTP\r\n\r\n");
      case INFORMATIONAL_FLOOD -> flood(link);
      case CONTRADICTING_LENGTHS -> contradictingLengths(link, real);
      case LENGTH_AND_CHUNKED -> lengthAndChunks(struck, real);
      case MISSING_CONTENT_TYPE -> {
        return withoutType(struck, real);
      }
      case OVERSIZED_HEADERS -> oversized(link, real);
      case SLOW_DRIP_HEADERS -> drip(struck, real);
      default -> {
        // No response at all.
      }
    }
    return false;
  }

  /** Ends when the client goes away. */
  private static void flood(Link link) throws IOException {
    String many = "HTTP/1.1 100 Continue\r\n\r\n".repeat(100);
    while (true) {
      link.write(many);
    }
  }

  private static void contradictingLengths(Link link, TransportResponse real) throws IOException {
    byte[] body = real.body().readAllBytes();
    link.write(Replies.head(real) + length(body.length + 11) + length(body.length) + "\r\n");
    link.write(body);
  }

  private static String length(int length) {
    return "Content-Length: " + length + "\r\n";
  }

  private static void lengthAndChunks(Struck struck, TransportResponse real) throws IOException {
    Link link = struck.link();
    link.write(Replies.head(real) + length(5) + "Transfer-Encoding: chunked\r\n\r\n");
    BodyOut out = new BodyOut(link, true);
    struck.replies().copy(real.body(), out);
    out.end();
  }

  private static boolean withoutType(Struck struck, TransportResponse real) throws IOException {
    return struck.replies().reply(struck.request(), new Untyped(real));
  }

  private static void oversized(Link link, TransportResponse real) throws IOException {
    link.write(Replies.head(real));
    String header = "X-Filler: " + "x".repeat(1000) + "\r\n";
    for (int written = 0; written < OVERSIZED; written += header.length()) {
      link.write(header);
    }
    link.write(length(0) + "\r\n");
  }

  /** Ends when the client goes away. */
  private static void drip(Struck struck, TransportResponse real) throws IOException {
    struck.link().write(Replies.head(real) + "X-Drip: ");
    while (true) {
      struck.link().write("x");
      struck.drip();
    }
  }
}
