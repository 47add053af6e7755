package io.github.swarmclient.testkit.http;

import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes responses as HTTP/1.1 has them, every part of a body as soon as it comes. */
final class Replies {
  /** What an engine says in headers; a transport gives them only by name. */
  private static final List<String> HEADERS =
      List.of(
          "Api-Version",
          "Builder-Version",
          "Cache-Control",
          "Connection",
          "Content-Type",
          "Date",
          "Docker-Experimental",
          "Location",
          "Ostype",
          "Pragma",
          "Retry-After",
          "Server",
          "Swarm",
          "Upgrade",
          "Warning",
          "X-Content-Type-Options",
          "X-Docker-Container-Path-Stat");

  private static final int SWITCHED = 101;

  private final Link link;
  private final byte[] part = new byte[8192];

  Replies(Link link) {
    this.link = link;
  }

  /** Writes {@code response} and returns whether the connection can go on. */
  boolean reply(TransportRequest request, TransportResponse response) throws IOException {
    String length = response.header("Content-Length");
    if (request.method().equals("HEAD") || hasNoBody(response.status())) {
      String announced = length == null ? "" : "Content-Length: " + length + "\r\n";
      link.write(head(response) + announced + "\r\n");
    } else if (length == null) {
      BodyOut out = begin(response);
      copy(response.body(), out);
      return out.end() && goesOn(request, response);
    } else {
      link.write(head(response) + "Content-Length: " + length + "\r\n\r\n");
      copy(response.body(), Long.parseLong(length));
    }
    return goesOn(request, response);
  }

  private static boolean goesOn(TransportRequest request, TransportResponse response) {
    return !isClose(request.headers().get("Connection")) && !isClose(response.header("Connection"));
  }

  private static boolean hasNoBody(int status) {
    return status == 204 || status == 304;
  }

  private static boolean isClose(@Nullable String connection) {
    return "close".equalsIgnoreCase(connection);
  }

  /** Writes the head of an answer whose length is not known, and returns where its body goes. */
  BodyOut begin(TransportResponse response) throws IOException {
    boolean chunked = response.status() != SWITCHED;
    link.write(head(response) + (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "\r\n"));
    return new BodyOut(link, chunked);
  }

  /** Returns the status and the headers as the engine gave them, without any about the length. */
  static String head(TransportResponse response) {
    // The reason may be empty, the space before it may not be missing.
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(response.status()).append(" \r\n");
    for (String name : HEADERS) {
      String value = response.header(name);
      if (value != null) {
        head.append(name).append(": ").append(value).append("\r\n");
      }
    }
    return head.toString();
  }

  private void copy(InputStream body, long length) throws IOException {
    for (long left = length; left > 0; ) {
      int count = body.read(part, 0, (int) Math.min(part.length, left));
      if (count < 0) {
        throw new EOFException("the engine's body is shorter than its Content-Length");
      }
      link.write(ByteBuffer.wrap(part, 0, count));
      left -= count;
    }
  }

  void copy(InputStream body, BodyOut out) throws IOException {
    for (int count = body.read(part); count >= 0; count = body.read(part)) {
      out.write(part, 0, count);
    }
  }

  /** Reports a bug of the engine, which must not look like a broken connection. */
  void failure(RuntimeException e) throws IOException {
    whole("500 ", "text/plain", e + "\n", "Connection: close\r\n");
  }

  /** Writes an answer that no engine gave. */
  void whole(String status, String type, String text, String headers) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    link.write(
        "HTTP/1.1 %s\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(status, type, headers, bytes.length));
    link.write(bytes);
  }
}
