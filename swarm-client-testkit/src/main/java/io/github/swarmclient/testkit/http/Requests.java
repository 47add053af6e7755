package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.testkit.fault.Fault.Stage;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.TransportRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads requests as HTTP/1.1 has them, bodies and all, unless a fault strikes them meanwhile. */
final class Requests {
  private final Link link;
  private final FaultBoard faults;
  private final Ending ending;
  private final ByteBuffer buffer = ByteBuffer.allocate(8192).limit(0);

  /**
   * A request as it came, the fault that strikes its answer, and what the answer makes of the
   * connection.
   *
   * @param hit null if none does
   */
  record Incoming(TransportRequest request, @Nullable Hit hit, Upgrade upgrade) {
    /** Returns whether it asks for the bare connection. */
    boolean upgrades() {
      return request.headers().containsKey("Upgrade");
    }
  }

  Requests(Link link, FaultBoard faults, Ending ending) {
    this.link = link;
    this.faults = faults;
    this.ending = ending;
  }

  /**
   * Returns the next request, or nothing if the client, or a fault, has ended the connection
   * instead.
   *
   * @throws IOException if the client goes away in the middle of one, or it is malformed
   */
  Optional<Incoming> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    String[] words = line().split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      // As engines, which are written in Go, answer for example to a TLS handshake.
      link.write(
          "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
              + "Connection: close\r\n\r\n400 Bad Request");
      throw new ProtocolException("not HTTP/1.1");
    }
    if (faults.hit(words[0], words[1], fault -> fault == Fault.CLOSE_DURING_HEADERS) != null) {
      return Optional.empty();
    }
    Map<String, String> headers = headers();
    Hit hit = faults.hit(words[0], words[1], fault -> isPossible(fault, headers));
    if (hit != null && breaksOff(hit.fault())) {
      return Optional.empty();
    }
    if (headers.containsKey("Expect") && (hit == null || hit.fault() != Fault.CONTINUE_IGNORED)) {
      link.write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    return Optional.of(
        new Incoming(
            new TransportRequest(words[0], words[1], headers, body(headers), null),
            hit,
            new Upgrade()));
  }

  private static boolean isPossible(Fault fault, Map<String, String> headers) {
    return switch (fault) {
      case CLOSE_DURING_HEADERS, ACCEPT_THEN_CLOSE -> false;
      case CONTINUE_IGNORED -> headers.containsKey("Expect");
      case CLOSE_DURING_BODY, BODY_NEVER_READ, RESET_MID_UPLOAD -> hasBody(headers);
      default -> fault.stage() != Stage.CONNECT;
    };
  }

  private static boolean hasBody(Map<String, String> headers) {
    return headers.containsKey("Transfer-Encoding")
        || !headers.getOrDefault("Content-Length", "0").equals("0");
  }

  /** Lets a fault strike the body of a request, and returns whether it did. */
  private boolean breaksOff(Fault fault) throws IOException {
    switch (fault) {
      case CLOSE_DURING_BODY -> one();
      case BODY_NEVER_READ -> ending.await();
      case RESET_MID_UPLOAD -> {
        one();
        link.reset();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Passes on what the client sends, past HTTP, until it ends that. */
  void copyRest(@Nullable OutputStream target) throws IOException {
    while (fill()) {
      byte[] bytes = bytes(buffer.remaining());
      if (target != null) {
        target.write(bytes);
        target.flush();
      }
    }
    if (target != null) {
      target.close();
    }
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("a header has no name");
      }
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private @Nullable RequestBody body(Map<String, String> headers) throws IOException {
    String contentType = headers.getOrDefault("Content-Type", "");
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      return RequestBody.of(contentType, chunks());
    }
    int length = number(headers.getOrDefault("Content-Length", "0"), 10);
    return length == 0 ? null : RequestBody.of(contentType, bytes(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.write(bytes(size));
      line();
    }
    headers(); // trailers, of no interest
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    return number(line().split(";", 2)[0].strip(), 16);
  }

  private static int number(String text, int radix) throws ProtocolException {
    try {
      int number = Integer.parseInt(text, radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw new ProtocolException("\"" + text + "\" is no length");
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte b = one(); b != '\n'; b = one()) {
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private byte one() throws IOException {
    require();
    return buffer.get();
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int at = 0; at < count; ) {
      require();
      int part = Math.min(count - at, buffer.remaining());
      buffer.get(bytes, at, part);
      at += part;
    }
    return bytes;
  }

  private void require() throws IOException {
    if (!fill()) {
      throw new EOFException("the client went away in the middle of a request");
    }
  }

  private boolean fill() throws IOException {
    if (buffer.hasRemaining()) {
      return true;
    }
    int count = link.read(buffer.clear());
    buffer.flip();
    return count > 0;
  }
}
