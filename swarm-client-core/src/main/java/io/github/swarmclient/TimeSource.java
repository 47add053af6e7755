package io.github.swarmclient;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a client takes the time from while it waits. The system's clock outside of tests; an
 * embedded swarm brings its own, in which a sleep of an hour takes no time at all.
 */
public interface TimeSource {

  /** Returns the current time. */
  Instant now();

  /**
   * Returns when {@code duration} has passed.
   *
   * @throws InterruptedException if the thread is interrupted before
   */
  void sleep(Duration duration) throws InterruptedException;

  /** Returns the system's clock. */
  static TimeSource system() {
    return SystemTime.INSTANCE;
  }
}
