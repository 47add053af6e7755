package io.github.swarmclient.testkit.internal;

import io.github.swarmclient.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits, in the time of engines, for what no wait of the library is for. */
public final class Polling {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Polling() {}

  /** Returns true once it is so, or false if it is not within a time. */
  public static boolean holds(TimeSource time, BooleanSupplier so, Duration within) {
    Instant deadline = time.now().plus(within);
    while (!so.getAsBoolean()) {
      if (time.now().isAfter(deadline)) {
        return false;
      }
      pause(time, PAUSE);
    }
    return true;
  }

  /** Lets time pass. */
  public static void pause(TimeSource time, Duration duration) {
    try {
      time.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
