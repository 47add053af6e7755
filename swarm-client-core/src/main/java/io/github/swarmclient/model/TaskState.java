package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How far a task has got. */
public final class TaskState extends OpenEnum {
  /** The word {@code new}. */
  public static final TaskState NEW = new TaskState("new");

  /** The word {@code allocated}. */
  public static final TaskState ALLOCATED = new TaskState("allocated");

  /** The word {@code pending}. */
  public static final TaskState PENDING = new TaskState("pending");

  /** The word {@code assigned}. */
  public static final TaskState ASSIGNED = new TaskState("assigned");

  /** The word {@code accepted}. */
  public static final TaskState ACCEPTED = new TaskState("accepted");

  /** The word {@code preparing}. */
  public static final TaskState PREPARING = new TaskState("preparing");

  /** The word {@code ready}. */
  public static final TaskState READY = new TaskState("ready");

  /** The word {@code starting}. */
  public static final TaskState STARTING = new TaskState("starting");

  /** The word {@code running}. */
  public static final TaskState RUNNING = new TaskState("running");

  /** The word {@code complete}. */
  public static final TaskState COMPLETE = new TaskState("complete");

  /** The word {@code shutdown}. */
  public static final TaskState SHUTDOWN = new TaskState("shutdown");

  /** The word {@code failed}. */
  public static final TaskState FAILED = new TaskState("failed");

  /** The word {@code rejected}. */
  public static final TaskState REJECTED = new TaskState("rejected");

  /** The word {@code remove}. */
  public static final TaskState REMOVE = new TaskState("remove");

  /** The word {@code orphaned}. */
  public static final TaskState ORPHANED = new TaskState("orphaned");

  private TaskState(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TaskState of(String value) {
    return new TaskState(value);
  }
}
