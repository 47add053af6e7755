package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How strictly a mount agrees with the host. */
public final class MountConsistency extends OpenEnum {
  /** The word {@code default}. */
  public static final MountConsistency DEFAULT = new MountConsistency("default");

  /** The word {@code consistent}. */
  public static final MountConsistency CONSISTENT = new MountConsistency("consistent");

  /** The word {@code cached}. */
  public static final MountConsistency CACHED = new MountConsistency("cached");

  /** The word {@code delegated}. */
  public static final MountConsistency DELEGATED = new MountConsistency("delegated");

  private MountConsistency(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MountConsistency of(String value) {
    return new MountConsistency(value);
  }
}
