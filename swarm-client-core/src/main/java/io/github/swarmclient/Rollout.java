package io.github.swarmclient;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Waits until the tasks of a service follow its spec: as many as wanted run on it, the old ones
 * have stopped, and it stays so for the time in which the spec counts failures ({@code
 * UpdateConfig.Monitor}, 5 s by default, also after a create or scale). Nodes that are down count
 * on neither side. Always ends, at a deadline.
 *
 * <p>Where it follows no change of the caller's, as {@link Services#rollout} does, what an update
 * or rollback came to before is history: it says nothing about the tasks that there are now.
 */
public final class Rollout {
  /** How long is waited if {@link #within} is not called. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(5);

  private final ApiCalls calls;
  private final String operation;
  private final String service;
  private Duration within = DEFAULT_DEADLINE;
  private Consumer<RolloutProgress> listener = progress -> {};
  private List<String> warnings = List.of();
  private RolloutOutcome expected = RolloutOutcome.CONVERGED;
  private boolean afterChange = true;

  Rollout(ApiCalls calls, String operation, String service) {
    this.calls = calls;
    this.operation = operation;
    this.service = service;
  }

  /** Keeps what the change before was warned of for the result. */
  Rollout warned(List<String> warnings) {
    this.warnings = warnings;
    return this;
  }

  Rollout expectingRollback() {
    this.expected = RolloutOutcome.ROLLED_BACK;
    return this;
  }

  /** Takes what the engine says of an update that is over for history. */
  Rollout withoutChange() {
    this.afterChange = false;
    return this;
  }

  /** Sets the deadline, counted from {@link #await}. */
  public Rollout within(Duration deadline) {
    this.within = Poller.positive(deadline);
    return this;
  }

  /** Tells {@code listener} of each change, on the thread that waits. */
  public Rollout onProgress(Consumer<RolloutProgress> listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Waits.
   *
   * @return how it ended: {@link RolloutOutcome#CONVERGED}, or {@link RolloutOutcome#ROLLED_BACK}
   *     if a rollback was asked for
   * @throws RolloutException if it ended otherwise
   * @throws WaitException if the thread is interrupted; the rollout goes on
   */
  public RolloutResult await() {
    RolloutWatch watch =
        new RolloutWatch(calls, operation, service, expected, afterChange, listener);
    RolloutResult result;
    try {
      result = new Poller(calls.time(), within).until(operation, watch::probe, watch::whyNotYet);
    } catch (WaitException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw e;
      }
      result = watch.result(RolloutOutcome.TIMEOUT, String.valueOf(e.getMessage()));
    }
    result = result.warned(warnings);
    if (result.outcome() != expected) {
      throw new RolloutException(operation, result);
    }
    return result;
  }
}
