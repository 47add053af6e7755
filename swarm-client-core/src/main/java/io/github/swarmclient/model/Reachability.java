package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a manager is heard by the others. */
public final class Reachability extends OpenEnum {
  /** The word {@code unknown}. */
  public static final Reachability UNKNOWN = new Reachability("unknown");

  /** The word {@code unreachable}. */
  public static final Reachability UNREACHABLE = new Reachability("unreachable");

  /** The word {@code reachable}. */
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
