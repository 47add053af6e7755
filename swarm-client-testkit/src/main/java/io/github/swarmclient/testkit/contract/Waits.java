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
    Instant deadline = cluster.time().now().plus(SOON);
    while (!so.getAsBoolean()) {
      assertThat(cluster.time().now()).as("the time by which " + what).isBefore(deadline);
      pause(cluster, PAUSE);
    }
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
