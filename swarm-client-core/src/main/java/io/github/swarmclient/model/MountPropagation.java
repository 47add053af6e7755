package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How mounts within a bind mount spread. */
public final class MountPropagation extends OpenEnum {
  /** The word {@code private}. */
  public static final MountPropagation PRIVATE = new MountPropagation("private");

  /** The word {@code rprivate}. */
  public static final MountPropagation RPRIVATE = new MountPropagation("rprivate");

  /** The word {@code shared}. */
  public static final MountPropagation SHARED = new MountPropagation("shared");

  /** The word {@code rshared}. */
  public static final MountPropagation RSHARED = new MountPropagation("rshared");

  /** The word {@code slave}. */
  public static final MountPropagation SLAVE = new MountPropagation("slave");

  /** The word {@code rslave}. */
  public static final MountPropagation RSLAVE = new MountPropagation("rslave");

  private MountPropagation(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MountPropagation of(String value) {
    return new MountPropagation(value);
  }
}
