package io.github.swarmclient.testkit.http;

import io.github.swarmclient.TimeSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a connection, which ends every wait on it. */
final class Ending {
  private static final Duration SLICE = Duration.ofMillis(100);

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean awaited;

  void now() {
    ended.countDown();
  }

  /**
   * Waits.
   *
   * @throws EOFException if the connection ends meanwhile
   */
  void pause(Duration duration) throws IOException {
    try {
      if (ended.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new EOFException("the connection has ended");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits in some time, which may be a virtual one. */
  void pause(Duration duration, TimeSource time) throws IOException {
    try {
      for (Duration left = duration; !left.isZero(); ) {
        pause(Duration.ZERO);
        Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
        time.sleep(slice);
        left = left.minus(slice);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits until the connection ends. */
  void await() throws IOException {
    awaited = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Returns whether there is nothing left but the end. */
  boolean isAwaited() {
    return awaited;
  }

  private static IOException interrupted(InterruptedException e) {
    IOException failure = new InterruptedIOException("interrupted while a fault lasted");
    failure.initCause(e);
    return failure;
  }
}
