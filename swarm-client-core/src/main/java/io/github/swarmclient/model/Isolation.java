package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How containers are kept apart on Windows. */
public final class Isolation extends OpenEnum {
  /** The word {@code default}. */
  public static final Isolation DEFAULT = new Isolation("default");

  /** The word {@code process}. */
  public static final Isolation PROCESS = new Isolation("process");

  /** The word {@code hyperv}. */
  public static final Isolation HYPERV = new Isolation("hyperv");

  private Isolation(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Isolation of(String value) {
    return new Isolation(value);
  }
}
