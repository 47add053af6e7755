package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How far an update has got. */
public final class UpdateState extends OpenEnum {
  /** The word {@code updating}. */
  public static final UpdateState UPDATING = new UpdateState("updating");

  /** The word {@code paused}. */
  public static final UpdateState PAUSED = new UpdateState("paused");

  /** The word {@code completed}. */
  public static final UpdateState COMPLETED = new UpdateState("completed");

  /** The word {@code rollback_started}. */
  public static final UpdateState ROLLBACK_STARTED = new UpdateState("rollback_started");

  /** The word {@code rollback_paused}. */
  public static final UpdateState ROLLBACK_PAUSED = new UpdateState("rollback_paused");

  /** The word {@code rollback_completed}. */
  public static final UpdateState ROLLBACK_COMPLETED = new UpdateState("rollback_completed");

  private UpdateState(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static UpdateState of(String value) {
    return new UpdateState(value);
  }
}
