package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** When tasks are restarted. */
public final class RestartCondition extends OpenEnum {
  /** The word {@code none}. */
  public static final RestartCondition NONE = new RestartCondition("none");

  /** The word {@code on-failure}. */
  public static final RestartCondition ON_FAILURE = new RestartCondition("on-failure");

  /** The word {@code any}. */
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
