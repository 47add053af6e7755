package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How the users of a cluster volume share it. */
public final class VolumeSharing extends OpenEnum {
  /** The word {@code none}. */
  public static final VolumeSharing NONE = new VolumeSharing("none");

  /** The word {@code readonly}. */
  public static final VolumeSharing READONLY = new VolumeSharing("readonly");

  /** The word {@code onewriter}. */
  public static final VolumeSharing ONEWRITER = new VolumeSharing("onewriter");

  /** The word {@code all}. */
  public static final VolumeSharing ALL = new VolumeSharing("all");

  private VolumeSharing(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static VolumeSharing of(String value) {
    return new VolumeSharing(value);
  }
}
