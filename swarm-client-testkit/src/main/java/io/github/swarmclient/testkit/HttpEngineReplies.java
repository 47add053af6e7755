package io.github.swarmclient.testkit;

import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes responses as HTTP/1.1 has them, every part of a body as soon as it comes. */
final class HttpEngineReplies {
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
          "Warning",
          "X-Content-Type-Options",
          "X-Docker-Container-Path-Stat");

  private final SocketChannel channel;
  private final byte[] part = new byte[8192];

  HttpEngineReplies(SocketChannel channel) {
    this.channel = channel;
  }

  /** Writes {@code response} and returns whether the connection can go on. */
  boolean reply(TransportRequest request, TransportResponse response) throws IOException {
    String length = response.header("Content-Length");
    boolean bare = request.method().equals("HEAD") || hasNoBody(response.status());
    StringBuilder head = head(response);
    if (length != null) {
      head.append("Content-Length: ").append(length).append("\r\n");
    } else if (!bare) {
      head.append("Transfer-Encoding: chunked\r\n");
    }
    write(head.append("\r\n"));
    if (!bare && length != null) {
      copy(response.body(), Long.parseLong(length));
    } else if (!bare) {
      copyInChunks(response.body());
    }
    return !isClose(request.headers().get("Connection")) && !isClose(response.header("Connection"));
  }

  private static boolean hasNoBody(int status) {
    return status == 204 || status == 304;
  }

  private static boolean isClose(@Nullable String connection) {
    return "close".equalsIgnoreCase(connection);
  }

  private static StringBuilder head(TransportResponse response) {
    // The reason may be empty, the space before it may not be missing.
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(response.status()).append(" \r\n");
    for (String name : HEADERS) {
      String value = response.header(name);
      if (value != null) {
        head.append(name).append(": ").append(value).append("\r\n");
      }
    }
    return head;
  }

  private void copy(InputStream body, long length) throws IOException {
    for (long left = length; left > 0; ) {
      int count = body.read(part, 0, (int) Math.min(part.length, left));
      if (count < 0) {
        throw new EOFException("the engine's body is shorter than its Content-Length");
      }
      write(ByteBuffer.wrap(part, 0, count));
      left -= count;
    }
  }

  private void copyInChunks(InputStream body) throws IOException {
    for (int count = body.read(part); count >= 0; count = body.read(part)) {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream(count + 8);
      chunk.writeBytes(ascii(Integer.toHexString(count) + "\r\n"));
      chunk.write(part, 0, count);
      chunk.writeBytes(ascii("\r\n"));
      write(ByteBuffer.wrap(chunk.toByteArray()));
    }
    write("0\r\n\r\n");
  }

  /** Reports a bug of the engine, which must not look like a broken connection. */
  void failure(RuntimeException e) throws IOException {
    byte[] text = (e + "\n").getBytes(StandardCharsets.UTF_8);
    write(
        "HTTP/1.1 500 \r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: "
            + text.length
            + "\r\n\r\n");
    write(ByteBuffer.wrap(text));
  }

  private void write(CharSequence text) throws IOException {
    write(ByteBuffer.wrap(ascii(text.toString())));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
