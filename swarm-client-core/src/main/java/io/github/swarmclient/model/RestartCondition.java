package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** After which ends a task is replaced. */
public final class RestartCondition extends OpenEnum {
  /** After none. */
  public static final RestartCondition NONE = new RestartCondition("none");

  /** If it failed. */
  public static final RestartCondition ON_FAILURE = new RestartCondition("on-failure");

  /** However it ended. */
  public static final RestartCondition ANY = new RestartCondition("any");

  private RestartCondition(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RestartCondition of(String value) {
    return new RestartCondition(value);
  }
}
