package io.github.swarmclient.testkit;

import io.github.swarmclient.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Waits until an assertion holds. */
final class Eventually {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Eventually() {}

  /** What is to hold; it is tried again and again. */
  @FunctionalInterface
  interface Assertion {
    void hold() throws Exception;
  }

  /** Returns when the assertion holds; throws its last failure when {@code within} is over. */
  static void eventually(Duration within, Assertion assertion) throws Exception {
    TimeSource time = TimeSource.system();
    Instant deadline = time.now().plus(within);
    while (time.now().isBefore(deadline)) {
      try {
        assertion.hold();
        return;
      } catch (AssertionError | Exception e) {
        time.sleep(PAUSE);
      }
    }
    assertion.hold();
  }
}
