package io.github.swarmclient.testkit;

import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.TransportRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads requests as HTTP/1.1 has them, bodies and all. */
final class HttpEngineRequests {
  private final SocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(8192).limit(0);

  HttpEngineRequests(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Returns the next request, or nothing if the client has ended the connection instead.
   *
   * @throws IOException if the client goes away in the middle of one, or it is malformed
   */
  Optional<TransportRequest> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    String[] words = line().split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      throw new ProtocolException("not HTTP/1.1");
    }
    Map<String, String> headers = headers();
    return Optional.of(new TransportRequest(words[0], words[1], headers, body(headers), null));
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
    int count = channel.read(buffer.clear());
    buffer.flip();
    return count > 0;
  }
}
