package io.github.swarmclient;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again and again until something is so, or the time is up. One deadline holds for all that is
 * awaited with one poller; it begins when the poller is made.
 */
final class Poller {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final TimeSource time;
  private final Duration within;
  private final Instant deadline;

  /**
   * Makes a poller.
   *
   * @throws IllegalArgumentException if {@code within} is not positive
   */
  Poller(TimeSource time, Duration within) {
    this.time = time;
    this.within = positive(within);
    this.deadline = time.now().plus(within);
  }

  /** Returns {@code within} if something can come about in it. */
  static Duration positive(Duration within) {
    if (within.isZero() || within.isNegative()) {
      throw new IllegalArgumentException("a wait of " + within + " is none; expected more than 0");
    }
    return within;
  }

  /** Returns the time that is left, for a wait within this one; always more than 0. */
  Duration left() {
    Duration left = Duration.between(time.now(), deadline);
    return left.isZero() || left.isNegative() ? Duration.ofMillis(1) : left;
  }

  /**
   * Returns what {@code probe} finds. While it finds nothing, or the swarm or the connection is
   * gone for a moment, it is asked again; it must only read.
   *
   * @param whyNotYet says, after the last probe, what is still missing
   * @throws WaitException if the time is up, or the thread is interrupted
   */
  <T> T until(String operation, Supplier<Optional<T>> probe, Supplier<String> whyNotYet) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      SwarmException trouble = null;
      try {
        Optional<T> found = probe.get();
        if (found.isPresent()) {
          return found.get();
        }
      } catch (SwarmUnavailableException | TransportException e) {
        trouble = e;
      } catch (SwarmStateException e) {
        if (e.state() != SwarmStateException.State.NOT_READY) {
          throw e;
        }
        trouble = e;
      }
      Duration left = Duration.between(time.now(), deadline);
      if (left.isZero() || left.isNegative()) {
        throw late(operation, trouble, whyNotYet);
      }
      sleep(operation, pause.compareTo(left) < 0 ? pause : left);
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  private WaitException late(
      String operation, @Nullable SwarmException trouble, Supplier<String> whyNotYet) {
    return new WaitException(
        operation,
        "not within "
            + words(within)
            + ": "
            + (trouble == null ? whyNotYet.get() : "at last, " + trouble.getMessage()),
        trouble);
  }

  private void sleep(String operation, Duration duration) {
    try {
      time.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitException(operation, "interrupted while it was awaited", e);
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Returns {@code 2m}, {@code 1m30s} or {@code 0.5s}. */
  private static String words(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(java.util.Locale.ROOT);
  }
}
