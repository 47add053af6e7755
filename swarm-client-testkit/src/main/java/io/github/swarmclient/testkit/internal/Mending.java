package io.github.swarmclient.testkit.internal;

import io.github.swarmclient.FormationException;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.SwarmUnavailableException;
import io.github.swarmclient.TimeSource;
import io.github.swarmclient.WaitException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Makes engines one swarm again after whatever was done to them. */
public final class Mending {
  /**
   * How long an engine that has joined may take until it {@linkplain #isMeshed is meshed}: some
   * take a second, others, which left the swarm before while they still joined it, for ever.
   */
  private static final Duration WITHIN = Duration.ofSeconds(15);

  private Mending() {}

  /**
   * Forms a swarm; where that fails, or leaves an engine out of the mesh, once more after what
   * {@code startAnew} does.
   *
   * @param meshed whether all engines are meshed
   * @param startAnew takes the engines out of any swarm, and restarts them: only that helps one
   *     that still is in the mesh of an old swarm
   * @return whether all engines are meshed at the end
   */
  public static boolean form(
      TimeSource time, Runnable form, BooleanSupplier meshed, Runnable startAnew) {
    try {
      form.run();
      if (Polling.holds(time, meshed, WITHIN)) {
        return true;
      }
    } catch (FormationException
        | SwarmStateException
        | SwarmUnavailableException
        | WaitException broken) {
      // A new swarm is made then.
    }
    startAnew.run();
    form.run();
    return Polling.holds(time, meshed, WITHIN);
  }

  /**
   * Returns whether an engine takes part in the routing mesh of its swarm; as long as it does not,
   * tasks with published ports are rejected, though the node is ready.
   */
  public static boolean isMeshed(SwarmClient engine) {
    return engine.networks().list().stream()
        .anyMatch(network -> Boolean.TRUE.equals(network.ingress()));
  }
}
