package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How containers are kept apart on Windows. API 1.35. */
public final class Isolation extends OpenEnum {
  /** As the engine is configured. */
  public static final Isolation DEFAULT = new Isolation("default");

  /** By namespaces of one kernel. */
  public static final Isolation PROCESS = new Isolation("process");

  /** By a virtual machine for each. */
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
