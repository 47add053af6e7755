package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How strictly a mount agrees with the host, which only Docker Desktop heeds. API 1.28. */
public final class MountConsistency extends OpenEnum {
  /** As the engine does. */
  public static final MountConsistency DEFAULT = new MountConsistency("default");

  /** Host and container see the same at all times. */
  public static final MountConsistency CONSISTENT = new MountConsistency("consistent");

  /** The container may see changes of the host late. */
  public static final MountConsistency CACHED = new MountConsistency("cached");

  /** The host may see changes of the container late. */
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
