package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.internal.Polling;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits as tests do: they fail if it takes too long. */
final class Waits {
  private static final Duration SOON = Duration.ofMinutes(1);

  private Waits() {}

  /** Returns once it is so; fails after a minute. */
  static void until(SwarmCluster cluster, String what, BooleanSupplier so) {
    boolean holds = Polling.holds(cluster.time(), so, SOON);
    assertThat(holds).as(what + ", " + SOON.toSeconds() + " s later").isTrue();
  }
}
