package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How mounts within a bind mount spread. */
public final class MountPropagation extends OpenEnum {
  /** They do not. */
  public static final MountPropagation PRIVATE = new MountPropagation("private");

  /** They do not, nor do those below. */
  public static final MountPropagation RPRIVATE = new MountPropagation("rprivate");

  /** They do both ways. */
  public static final MountPropagation SHARED = new MountPropagation("shared");

  /** They do both ways, and those below do. */
  public static final MountPropagation RSHARED = new MountPropagation("rshared");

  /** Those of the host do to the container. */
  public static final MountPropagation SLAVE = new MountPropagation("slave");

  /** Those of the host do to the container, and those below do. */
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
