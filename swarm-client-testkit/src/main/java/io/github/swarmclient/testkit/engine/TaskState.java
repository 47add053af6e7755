package io.github.swarmclient.testkit.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a task has come, or is to come; in the order in which a task passes through them. */
enum TaskState {
  NEW,
  PENDING,
  ASSIGNED,
  ACCEPTED,
  PREPARING,
  READY,
  STARTING,
  RUNNING,
  COMPLETE,
  SHUTDOWN,
  FAILED,
  REJECTED,
  REMOVE,
  ORPHANED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean after(TaskState other) {
    return compareTo(other) > 0;
  }

  /** Returns whether a task in this state has ended, one way or another. */
  boolean ended() {
    return after(RUNNING);
  }

  static @Nullable TaskState ofWord(String word) {
    for (TaskState state : values()) {
      if (state.name().equalsIgnoreCase(word)) {
        return state;
      }
    }
    return null;
  }
}
