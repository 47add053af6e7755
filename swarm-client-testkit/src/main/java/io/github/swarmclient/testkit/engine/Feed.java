package io.github.swarmclient.testkit.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A body that arrives over time. Its reader waits until the engine has something to send, for which
 * it lets time pass where nobody else does, and fails at once when the body is closed or the engine
 * is gone.
 */
final class Feed extends InputStream {
  /** What a feed sends. Asked with the lock of the world held. */
  interface Source {
    /** The source has ended, and so does the body. */
    byte[] END = new byte[0];

    /** Returns the next bytes, null if there are none yet, or {@link #END}. */
    byte @Nullable [] next();
  }

  private final Host host;
  private final long run;
  private final Source source;
  private byte[] chunk = new byte[0];
  private int position;
  private Instant since;
  private boolean ended;
  private boolean closed;

  Feed(Host host, Source source) {
    this.host = host;
    this.run = host.run();
    this.source = source;
    this.since = host.world().time().now();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    World world = host.world();
    world.lockToWait();
    try {
      while (position == chunk.length && !ended) {
        advance(world);
      }
      if (closed) {
        throw new IOException("the response was closed");
      }
      int count = Math.min(length, chunk.length - position);
      if (count == 0) {
        return -1;
      }
      System.arraycopy(chunk, position, target, offset, count);
      position += count;
      return count;
    } finally {
      world.unlock();
    }
  }

  private void advance(World world) throws IOException {
    if (closed) {
      throw new IOException("the response was closed");
    }
    if (!host.isRunning(run)) {
      throw new IOException("the engine " + host.hostname() + " ended the connection");
    }
    byte[] next = source.next();
    if (next == null) {
      try {
        world.awaitChange(since);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for the engine");
      }
    } else if (next == Source.END) {
      ended = true;
    } else {
      since = world.time().now();
      chunk = next;
      position = 0;
    }
  }

  @Override
  public int available() {
    World world = host.world();
    world.lockToWait();
    try {
      return chunk.length - position;
    } finally {
      world.unlock();
    }
  }

  @Override
  public void close() {
    World world = host.world();
    world.lockToWait();
    try {
      closed = true;
      world.changed();
    } finally {
      world.unlock();
    }
  }
}
