package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a cluster volume may be used. */
public final class VolumeAvailability extends OpenEnum {
  /** The word {@code active}. */
  public static final VolumeAvailability ACTIVE = new VolumeAvailability("active");

  /** The word {@code pause}. */
  public static final VolumeAvailability PAUSE = new VolumeAvailability("pause");

  /** The word {@code drain}. */
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
