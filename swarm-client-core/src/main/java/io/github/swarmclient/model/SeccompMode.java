package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How system calls are filtered. */
public final class SeccompMode extends OpenEnum {
  /** The word {@code default}. */
  public static final SeccompMode DEFAULT = new SeccompMode("default");

  /** The word {@code unconfined}. */
  public static final SeccompMode UNCONFINED = new SeccompMode("unconfined");

  /** The word {@code custom}. */
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
