package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What is mounted. */
public final class MountType extends OpenEnum {
  /** A path of the node, which has to exist. */
  public static final MountType BIND = new MountType("bind");

  /** A volume of the node, which is created if it is not there. */
  public static final MountType VOLUME = new MountType("volume");

  /** A file system in memory. */
  public static final MountType TMPFS = new MountType("tmpfs");

  /** A named pipe of Windows. */
  public static final MountType NPIPE = new MountType("npipe");

  /** A cluster volume. API 1.42. */
  public static final MountType CLUSTER = new MountType("cluster");

  /** An image. API 1.48. */
  public static final MountType IMAGE = new MountType("image");

  private MountType(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MountType of(String value) {
    return new MountType(value);
  }
}
