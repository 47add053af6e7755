package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a manager is heard by the others. */
public final class Reachability extends OpenEnum {
  /** It is not known. */
  public static final Reachability UNKNOWN = new Reachability("unknown");

  /** It is not. */
  public static final Reachability UNREACHABLE = new Reachability("unreachable");

  /** It is. */
  public static final Reachability REACHABLE = new Reachability("reachable");

  private Reachability(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Reachability of(String value) {
    return new Reachability(value);
  }
}
