package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How far an update of a service has got. */
public final class UpdateState extends OpenEnum {
  /** It goes on. */
  public static final UpdateState UPDATING = new UpdateState("updating");

  /** It was paused because too many tasks failed. */
  public static final UpdateState PAUSED = new UpdateState("paused");

  /** It is done. */
  public static final UpdateState COMPLETED = new UpdateState("completed");

  /** It is being rolled back. API 1.28. */
  public static final UpdateState ROLLBACK_STARTED = new UpdateState("rollback_started");

  /** Its rollback was paused because too many tasks failed. API 1.28. */
  public static final UpdateState ROLLBACK_PAUSED = new UpdateState("rollback_paused");

  /** It has been rolled back. API 1.28. */
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
