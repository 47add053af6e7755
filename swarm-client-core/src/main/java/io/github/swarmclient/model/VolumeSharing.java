package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How the tasks that use a cluster volume share it. API 1.42. */
public final class VolumeSharing extends OpenEnum {
  /** One task uses it at a time. API 1.42. */
  public static final VolumeSharing NONE = new VolumeSharing("none");

  /** All may read, none may write. API 1.42. */
  public static final VolumeSharing READONLY = new VolumeSharing("readonly");

  /** All may read, one may write. API 1.42. */
  public static final VolumeSharing ONEWRITER = new VolumeSharing("onewriter");

  /** All may read and write. API 1.42. */
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
