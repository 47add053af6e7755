package io.github.swarmclient;

import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a rollout ended, and what was seen last. */
public final class RolloutResult {
  private final RolloutOutcome outcome;
  private final String message;
  private final @Nullable Service service;
  private final List<Task> tasks;
  private final List<TaskFailure> failures;
  private final List<String> warnings;

  RolloutResult(
      RolloutOutcome outcome,
      String message,
      @Nullable Service service,
      List<Task> tasks,
      List<TaskFailure> failures) {
    this(outcome, message, service, tasks, failures, List.of());
  }

  private RolloutResult(
      RolloutOutcome outcome,
      String message,
      @Nullable Service service,
      List<Task> tasks,
      List<TaskFailure> failures,
      List<String> warnings) {
    this.outcome = outcome;
    this.message = message;
    this.service = service;
    this.tasks = List.copyOf(tasks);
    this.failures = List.copyOf(failures);
    this.warnings = List.copyOf(warnings);
  }

  RolloutResult warned(List<String> warnings) {
    return new RolloutResult(outcome, message, service, tasks, failures, warnings);
  }

  /** Returns how it ended. */
  public RolloutOutcome outcome() {
    return outcome;
  }

  /** Returns what the engine, or else this library, says of the end. */
  public String message() {
    return message;
  }

  /** Returns the service as last seen; null if it was never seen. */
  public @Nullable Service service() {
    return service;
  }

  /** Returns the tasks of the newest spec as last seen, one for each slot or node. */
  public List<Task> tasks() {
    return tasks;
  }

  /** Returns the tasks that failed meanwhile, the first one first. */
  public List<TaskFailure> failures() {
    return failures;
  }

  /**
   * Returns what there was to warn of when the service was made or changed: what the engine said,
   * and that the image is not resolved to a digest, see {@link ImageResolution#ON}.
   */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns a line for a person. */
  @Override
  public String toString() {
    return outcome + (message.isEmpty() ? "" : ": " + message);
  }
}
