package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What an update does if too many tasks fail. */
public final class FailureAction extends OpenEnum {
  /** It stops where it is. */
  public static final FailureAction PAUSE = new FailureAction("pause");

  /** It goes on. */
  public static final FailureAction CONTINUE = new FailureAction("continue");

  /** It goes back to the previous spec; not for rollbacks. API 1.28. */
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
