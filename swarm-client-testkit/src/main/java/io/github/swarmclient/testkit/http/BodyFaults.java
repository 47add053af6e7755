package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What is wrong with the body of an answer, or comes instead of it. */
final class BodyFaults {
  private static final int GIB = 1 << 30;

  /** What the engine said may have been no HTTP any more. */
  private static final String CLOSE = "Connection: close\r\n";

  private BodyFaults() {}

  static boolean answer(Struck struck, TransportResponse real) throws IOException {
    Link link = struck.link();
    switch (struck.fault()) {
      case SHORT_LENGTH, LONG_LENGTH -> wrongLength(struck, real);
      case CUT_MID_CHUNK -> chunk(struck, real, "ffff");
      case BAD_CHUNK_SIZE -> chunk(struck, real, "zz");
      case HUGE_CHUNK -> chunk(struck, real, "7fffffffffffffff");
      case TRAILING_GARBAGE -> garbage(struck, real);
      case GZIP_BOMB -> bomb(link, real);
      case GIB_ERROR -> hugeError(link);
      case HTML_502 -> {
        String page = "<html><body><h1>502 Bad Gateway</h1>\n<hr>nginx</body></html>\n";
        struck.replies().whole("502 Bad Gateway", "text/html", page, CLOSE);
      }
      case EMPTY_500 ->
          struck.replies().whole("500 Internal Server Error", "application/json", "", CLOSE);
      default -> {
        BodyOut out = struck.replies().begin(real);
        out.write(JsonFaults.spoil(struck.fault(), real.body().readAllBytes()));
        return out.end();
      }
    }
    return false;
  }

  private static void wrongLength(Struck struck, TransportResponse real) throws IOException {
    byte[] body = real.body().readAllBytes();
    int length =
        struck.fault() == Fault.LONG_LENGTH ? body.length + 100 : Math.max(0, body.length - 3);
    struck.link().write(Replies.head(real) + "Content-Length: " + length + "\r\n\r\n");
    struck.link().write(body);
    if (struck.fault() == Fault.SHORT_LENGTH) {
      // The client may use the connection again, and meet the rest.
      struck.stall();
    }
  }

  /** Begins a chunk that has no right end. */
  private static void chunk(Struck struck, TransportResponse real, String size) throws IOException {
    struck.replies().begin(real);
    byte[] part = new byte[1024];
    int count = Math.max(0, real.body().read(part));
    struck.link().write(size + "\r\n");
    struck.link().write(ByteBuffer.wrap(part, 0, count));
  }

  /** Writes the answer and a second one at once, so that a client may read both at once. */
  private static void garbage(Struck struck, TransportResponse real) throws IOException {
    byte[] body = real.body().readAllBytes();
    String second =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnull";
    byte[] head =
        (Replies.head(real) + "Content-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer all = ByteBuffer.allocate(head.length + body.length + second.length());
    all.put(head).put(body).put(second.getBytes(StandardCharsets.ISO_8859_1));
    struck.link().write(all.flip());
    struck.stall();
  }

  private static void bomb(Link link, TransportResponse real) throws IOException {
    link.write(Replies.head(real) + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
    BodyOut out = new BodyOut(link, true);
    GzipBomb.write(out);
    out.end();
  }

  private static void hugeError(Link link) throws IOException {
    link.write(
        "HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json\r\nContent-Length: "
            + GIB
            + "\r\n\r\n{\"message\":\"");
    byte[] filler = "no space left on device, ".repeat(4096).getBytes(StandardCharsets.US_ASCII);
    for (long written = 0; written < GIB; written += filler.length) {
      link.write(filler);
    }
  }
}
