package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What kind of thing is mounted. */
public final class MountType extends OpenEnum {
  /** The word {@code bind}. */
  public static final MountType BIND = new MountType("bind");

  /** The word {@code volume}. */
  public static final MountType VOLUME = new MountType("volume");

  /** The word {@code tmpfs}. */
  public static final MountType TMPFS = new MountType("tmpfs");

  /** The word {@code npipe}. */
  public static final MountType NPIPE = new MountType("npipe");

  /** The word {@code cluster}. */
  public static final MountType CLUSTER = new MountType("cluster");

  /** The word {@code image}. */
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
