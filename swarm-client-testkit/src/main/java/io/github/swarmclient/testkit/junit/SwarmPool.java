package io.github.swarmclient.testkit.junit;

import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.junit.WithSwarm.Lifetime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engines that tests share. JUnit closes it, and so ends them, when all tests have run. */
final class SwarmPool implements AutoCloseable {
  private final Map<SwarmSettings, Deque<SwarmCluster>> free = new HashMap<>();
  private boolean closed;

  /** Lends engines; those that are shared have an empty swarm. */
  SwarmLoan lend(SwarmSettings settings) {
    SwarmCluster shared = settings.lifetime() == Lifetime.SHARED ? take(settings) : null;
    if (shared == null) {
      return new SwarmLoan(this, settings, settings.start());
    }
    try {
      shared.reset();
      return new SwarmLoan(this, settings, shared);
    } catch (RuntimeException beyondRepair) {
      // Whatever the test before has done to it must not be this test's business.
      shared.close();
      return new SwarmLoan(this, settings, settings.start());
    }
  }

  private synchronized @Nullable SwarmCluster take(SwarmSettings settings) {
    return free.computeIfAbsent(settings, key -> new ArrayDeque<>()).pollFirst();
  }

  /** Takes engines back. */
  void giveBack(SwarmSettings settings, SwarmCluster cluster) {
    if (settings.lifetime() != Lifetime.SHARED || !keep(settings, cluster)) {
      cluster.close();
    }
  }

  private synchronized boolean keep(SwarmSettings settings, SwarmCluster cluster) {
    if (!closed) {
      free.computeIfAbsent(settings, key -> new ArrayDeque<>()).addFirst(cluster);
    }
    return !closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    free.values().forEach(clusters -> clusters.forEach(SwarmCluster::close));
    free.clear();
  }
}
