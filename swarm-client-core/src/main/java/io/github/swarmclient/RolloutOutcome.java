package io.github.swarmclient;

/** How a rollout ended. */
public enum RolloutOutcome {
  /** Every task runs on the newest spec and stayed so; of a job, every task completed. */
  CONVERGED,
  /**
   * Every task runs on the previous spec: what was asked of a rollback, and of an update a failure
   * that the engine took back by itself, after which there is no previous spec any more.
   */
  ROLLED_BACK,
  /** The engine paused the update after a failure. Some tasks are new, some old. */
  PAUSED,
  /** The engine paused the rollback after a failure. */
  ROLLBACK_PAUSED,
  /** The engine ended the update in spite of failures, as configured, and not every task runs. */
  COMPLETED_WITH_FAILURES,
  /** There was no update to pause, but tasks of a slot fail again and again. */
  FAILING,
  /** Tasks of a job failed and are not started again. */
  JOB_FAILED,
  /** The service was removed meanwhile. */
  REMOVED,
  /** None of these by the deadline. The rollout goes on without being watched. */
  TIMEOUT;

  /** Returns whether the service now runs, be it on the new or on the previous spec. */
  public boolean runs() {
    return this == CONVERGED || this == ROLLED_BACK;
  }
}
