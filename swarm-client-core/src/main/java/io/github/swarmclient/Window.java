package io.github.swarmclient;

import java.io.IOException;
import java.io.InputStream;

/**
 * The part of a stream that has arrived and is not used up yet. It grows with what has arrived and
 * never ahead of it, whatever lengths the stream claims.
 */
final class Window {
  private static final int INITIAL = 16 << 10;

  /** A larger window is not kept for the next lines, which are seldom long too. */
  private static final int LARGEST_KEPT = 1 << 20;

  private final InputStream in;
  private byte[] bytes = new byte[INITIAL];
  private int start;
  private int end;

  Window(InputStream in) {
    this.in = in;
  }

  /** Returns the bytes, of which those from {@link #start} to before {@link #end} count. */
  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int size() {
    return end - start;
  }

  /** Uses up the first {@code count} bytes. */
  void skip(int count) {
    start += count;
  }

  /** Waits for at least one more byte. Returns false if the stream has ended. */
  boolean more() throws IOException {
    makeRoom();
    int read = in.read(bytes, end, bytes.length - end);
    if (read < 0) {
      return false;
    }
    end += read;
    return true;
  }

  private void makeRoom() {
    if (start == end) {
      start = 0;
      end = 0;
      if (bytes.length > LARGEST_KEPT) {
        bytes = new byte[INITIAL];
      }
    } else if (bytes.length - end < bytes.length / 4) {
      byte[] target = size() > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
      System.arraycopy(bytes, start, target, 0, size());
      end = size();
      start = 0;
      bytes = target;
    }
  }
}
