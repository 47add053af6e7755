package io.github.swarmclient.testkit.junit;

import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.junit.WithSwarm.Lifetime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engines that tests share. JUnit closes it, and so ends them, when all tests have run. */
final class SwarmPool implements AutoCloseable {
  private final Map<SwarmSettings, Deque<SwarmCluster>> free = new HashMap<>();
  private final List<RuntimeException> failures = new ArrayList<>();
  private boolean closed;

  /**
   * Lends engines; those that are shared have an empty swarm.
   *
   * @param borrower the identifier of the test or class that is to have them
   */
  SwarmLoan lend(SwarmSettings settings, String borrower) {
    SwarmCluster shared = settings.lifetime() == Lifetime.SHARED ? take(settings) : null;
    if (shared == null || !reset(shared)) {
      return new SwarmLoan(this, settings, settings.start(), borrower);
    }
    return new SwarmLoan(this, settings, shared, borrower);
  }

  /** Returns whether engines are as good as new; others are closed. */
  private boolean reset(SwarmCluster shared) {
    try {
      shared.reset();
      return true;
    } catch (RuntimeException beyondRepair) {
      // Whatever the test before has done to it must not be this test's business.
      end(List.of(shared));
      return false;
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

  /**
   * Closes engines, and the others also if one cannot be closed.
   *
   * <p>What goes wrong is told at the end, as it is no failure of the test that is next.
   */
  private synchronized void end(Collection<SwarmCluster> clusters) {
    for (SwarmCluster cluster : clusters) {
      try {
        cluster.close();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    free.values().forEach(this::end);
    free.clear();
    if (!failures.isEmpty()) {
      IllegalStateException failure =
          new IllegalStateException("engines of tests could not be closed");
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
