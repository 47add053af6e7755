package io.github.swarmclient;

import java.util.stream.Collectors;

/** A rollout did not end as it should have. The change itself was made. */
public final class RolloutException extends SwarmException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 5;
  private final transient RolloutResult result;

  RolloutException(String operation, RolloutResult result) {
    super(operation, describe(result), null);
    this.result = result;
  }

  private static String describe(RolloutResult result) {
    String failures =
        result.failures().stream()
            .limit(SHOWN)
            .map(TaskFailure::toString)
            .collect(Collectors.joining("; "));
    return result + (failures.isEmpty() ? "" : "; failed tasks: " + failures);
  }

  /** Returns how it ended, and the failed tasks. */
  public RolloutResult result() {
    return result;
  }
}
