package io.github.swarmclient;

import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.model.TaskStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be told from a task whose members may all be absent. */
final class TaskFacts {
  private TaskFacts() {}

  static String id(Task task) {
    return Objects.requireNonNull(task.id(), "tasks have an ID");
  }

  /** Returns the node's ID, or an empty text while there is none. */
  static String nodeId(Task task) {
    return Objects.requireNonNullElse(task.nodeId(), "");
  }

  /** Returns the slot; engines leave out 0, which is also that of global tasks. */
  static int slot(Task task) {
    return Objects.requireNonNullElse(task.slot(), 0);
  }

  static TaskState observed(Task task) {
    TaskStatus status = task.status();
    TaskState state = status == null ? null : status.state();
    return Objects.requireNonNullElse(state, TaskState.NEW);
  }

  static TaskState desired(Task task) {
    return Objects.requireNonNullElse(task.desiredState(), TaskState.NEW);
  }

  static boolean runs(Task task) {
    return observed(task).equals(TaskState.RUNNING) && !desired(task).terminal();
  }

  /** Returns whether the task goes on, though nobody wants it any more. */
  static boolean stops(Task task) {
    TaskState wanted = desired(task);
    boolean unwanted = wanted.terminal() || wanted.equals(TaskState.REMOVE);
    // Without a node there is no container to stop; engines may leave such a task as it is.
    return unwanted
        && !nodeId(task).isEmpty()
        && observed(task).order() > 0
        && !observed(task).terminal()
        && !wanted.equals(TaskState.COMPLETE);
  }

  static boolean failed(Task task) {
    TaskState state = observed(task);
    return state.equals(TaskState.FAILED) || state.equals(TaskState.REJECTED);
  }

  /** Returns what the engine says is wrong, or an empty text. */
  static String error(Task task) {
    TaskStatus status = task.status();
    return status == null ? "" : Objects.requireNonNullElse(status.err(), "");
  }

  /** Returns when the task came to be in its state. */
  static @Nullable Instant since(Task task) {
    TaskStatus status = task.status();
    return status == null ? null : status.timestamp();
  }

  /** Returns the iteration of the job that the task belongs to; engines leave out 0. */
  static long iteration(Task task) {
    return task.jobIteration() == null
        ? -1
        : Objects.requireNonNullElse(task.jobIteration().index(), 0L);
  }
}
