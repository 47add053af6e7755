package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a cluster volume may be used. API 1.42. */
public final class VolumeAvailability extends OpenEnum {
  /** It may. API 1.42. */
  public static final VolumeAvailability ACTIVE = new VolumeAvailability("active");

  /** No new tasks get it. API 1.42. */
  public static final VolumeAvailability PAUSE = new VolumeAvailability("pause");

  /** No tasks get it, and those that have it go elsewhere. API 1.42. */
  public static final VolumeAvailability DRAIN = new VolumeAvailability("drain");

  private VolumeAvailability(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static VolumeAvailability of(String value) {
    return new VolumeAvailability(value);
  }
}
