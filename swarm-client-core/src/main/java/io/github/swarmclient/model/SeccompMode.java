package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** By which profile system calls are let through. API 1.44. */
public final class SeccompMode extends OpenEnum {
  /** By that of the engine. */
  public static final SeccompMode DEFAULT = new SeccompMode("default");

  /** By none: all are let through. */
  public static final SeccompMode UNCONFINED = new SeccompMode("unconfined");

  /** By one of its own. */
  public static final SeccompMode CUSTOM = new SeccompMode("custom");

  private SeccompMode(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SeccompMode of(String value) {
    return new SeccompMode(value);
  }
}
