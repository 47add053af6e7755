package io.github.swarmclient.okhttp;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Follows the bytes of one response to its end. What comes after that belongs to no request, and
 * must not become the answer to the next one: okhttp reads ahead, and would keep it. A response
 * whose length is ambiguous is refused. What is malformed otherwise is left to okhttp.
 */
final class ResponseFraming {
  /** As much as okhttp reads of headers, of those before the response proper too. */
  private static final int LONGEST_HEAD = 256 << 10;

  private enum State {
    HEAD,
    CHUNK_SIZE,
    CHUNK_END,
    TRAILERS,
    BYTES,
    UNTIL_CLOSED,
    ENDED
  }

  private final boolean headOnly;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private State state = State.HEAD;
  private State afterBytes = State.ENDED;
  private long left;
  private int head;
  private int status;
  private @Nullable String length;
  private boolean chunked;

  /**
   * Begins before the first byte.
   *
   * @param headOnly whether the request was a HEAD, whose response has no body
   */
  ResponseFraming(boolean headOnly) {
    this.headOnly = headOnly;
  }

  /** Returns whether the headers are not over yet. */
  boolean inHead() {
    return state == State.HEAD;
  }

  /** Returns whether some of the headers have come, but not all. */
  boolean amidHead() {
    return inHead() && head > 0;
  }

  /**
   * Takes what has arrived, and returns how many of the bytes belong to the response.
   *
   * @throws ProtocolException if the response is said to have two different lengths
   */
  int take(byte[] bytes, int offset, int count) throws ProtocolException {
    int at = offset;
    int end = offset + count;
    while (at < end && state != State.ENDED) {
      if (state == State.UNTIL_CLOSED) {
        return count;
      }
      if (state == State.BYTES) {
        int part = (int) Math.min(left, end - at);
        left -= part;
        at += part;
        state = left == 0 ? afterBytes : state;
      } else {
        one(bytes[at++]);
      }
    }
    return at - offset;
  }

  private void one(byte b) throws ProtocolException {
    if (state == State.HEAD && ++head > LONGEST_HEAD) {
      throw new ProtocolException("the headers have more than " + LONGEST_HEAD + " bytes");
    }
    if (b != '\n') {
      line.write(b);
      return;
    }
    String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    line.reset();
    switch (state) {
      case HEAD -> header(text);
      case CHUNK_SIZE -> chunk(text);
      case CHUNK_END -> state = State.CHUNK_SIZE;
      default -> state = text.isEmpty() ? State.ENDED : state; // trailers
    }
  }

  private void header(String text) throws ProtocolException {
    if (status == 0) {
      status = status(text);
      state = status < 0 ? State.UNTIL_CLOSED : state;
    } else if (text.isEmpty()) {
      endHead();
    } else {
      int colon = text.indexOf(':');
      String name = text.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
      String value = text.substring(colon + 1).strip();
      if (name.equals("content-length")) {
        if (length != null && !length.equals(value)) {
          throw new ProtocolException("the response has two lengths, " + length + " and " + value);
        }
        length = value;
      }
      chunked |= name.equals("transfer-encoding") && value.equalsIgnoreCase("chunked");
    }
  }

  private static int status(String text) {
    return text.matches("HTTP/1\\.[01] \\d{3}( .*)?")
        ? Integer.parseInt(text.substring(9, 12))
        : -1;
  }

  private void endHead() throws ProtocolException {
    if (status / 100 == 1 && status != 101) {
      status = 0; // and the response proper follows
    } else if (headOnly || status == 204 || status == 304) {
      state = State.ENDED;
    } else if (chunked && length != null) {
      throw new ProtocolException("the response has a length of " + length + ", and is in chunks");
    } else if (chunked) {
      state = State.CHUNK_SIZE;
    } else {
      bytes(length == null || status == 101 ? -1 : number(length, 10), State.ENDED);
    }
  }

  private void chunk(String text) {
    long size = number(text.split(";", 2)[0].strip(), 16);
    if (size == 0) {
      state = State.TRAILERS;
    } else {
      bytes(size, State.CHUNK_END);
    }
  }

  /** Goes on with so many bytes, or to the end of the connection if that is no number. */
  private void bytes(long count, State then) {
    left = count;
    afterBytes = then;
    state = count < 0 ? State.UNTIL_CLOSED : count == 0 ? then : State.BYTES;
  }

  private static long number(String text, int radix) {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
