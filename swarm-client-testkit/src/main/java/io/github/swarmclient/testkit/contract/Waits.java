package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.testkit.SwarmCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits, in the time of the engines, for what no wait of the library is for. */
final class Waits {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waits() {}

  /** Returns once it is so; fails after a minute. */
  static void until(SwarmCluster cluster, String what, BooleanSupplier so) {
    boolean holds = holds(cluster, so, SOON);
    assertThat(holds).as(what + ", " + SOON.toSeconds() + " s later").isTrue();
  }

  /** Returns true once it is so, or false if it is not within a time. */
  static boolean holds(SwarmCluster cluster, BooleanSupplier so, Duration within) {
    Instant deadline = cluster.time().now().plus(within);
    while (!so.getAsBoolean()) {
      if (cluster.time().now().isAfter(deadline)) {
        return false;
      }
      pause(cluster, PAUSE);
    }
    return true;
  }

  static void pause(SwarmCluster cluster, Duration duration) {
    try {
      cluster.time().sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
