package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/** How far a task has got, or ought to. A task goes from one to the next and never back. */
public final class TaskState extends OpenEnum {
  /** It exists. */
  public static final TaskState NEW = new TaskState("new");

  /** It has got addresses and the like. */
  public static final TaskState ALLOCATED = new TaskState("allocated");

  /** It waits for a node. */
  public static final TaskState PENDING = new TaskState("pending");

  /** It has got a node. */
  public static final TaskState ASSIGNED = new TaskState("assigned");

  /** Its node has taken it. */
  public static final TaskState ACCEPTED = new TaskState("accepted");

  /** Its node gets things ready, the image among them. */
  public static final TaskState PREPARING = new TaskState("preparing");

  /** It is ready to start. */
  public static final TaskState READY = new TaskState("ready");

  /** It starts; with a health check until it is healthy. */
  public static final TaskState STARTING = new TaskState("starting");

  /** It runs. */
  public static final TaskState RUNNING = new TaskState("running");

  /** It has ended well. */
  public static final TaskState COMPLETE = new TaskState("complete");

  /** It was stopped. */
  public static final TaskState SHUTDOWN = new TaskState("shutdown");

  /** It has ended badly. */
  public static final TaskState FAILED = new TaskState("failed");

  /** Its node could not prepare it. */
  public static final TaskState REJECTED = new TaskState("rejected");

  /** It is to be removed, its service being scaled down or gone. */
  public static final TaskState REMOVE = new TaskState("remove");

  /** Its node has been down for too long to say more. */
  public static final TaskState ORPHANED = new TaskState("orphaned");

  private static final List<TaskState> ORDER =
      List.of(
          NEW, ALLOCATED, PENDING, ASSIGNED, ACCEPTED, PREPARING, READY, STARTING, RUNNING,
          COMPLETE, SHUTDOWN, FAILED, REJECTED);

  private TaskState(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TaskState of(String value) {
    return new TaskState(value);
  }

  /**
   * Returns how far this is on the way of a task: from 1, {@link #NEW}, over 9, {@link #RUNNING},
   * to 13, {@link #REJECTED}; 0 for states that are not on it and for those this library does not
   * know.
   */
  public int order() {
    return ORDER.indexOf(this) + 1;
  }

  /** Returns whether a task in this state has ended, however it did. */
  public boolean terminal() {
    return order() > RUNNING.order();
  }
}
