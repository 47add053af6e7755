package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What an update does about a failure. */
public final class FailureAction extends OpenEnum {
  /** The word {@code pause}. */
  public static final FailureAction PAUSE = new FailureAction("pause");

  /** The word {@code continue}. */
  public static final FailureAction CONTINUE = new FailureAction("continue");

  /** The word {@code rollback}. */
  public static final FailureAction ROLLBACK = new FailureAction("rollback");

  private FailureAction(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static FailureAction of(String value) {
    return new FailureAction(value);
  }
}
