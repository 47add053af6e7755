package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** On how many nodes a cluster volume may be used at a time. API 1.42. */
public final class VolumeScope extends OpenEnum {
  /** On one. API 1.42. */
  public static final VolumeScope SINGLE = new VolumeScope("single");

  /** On several. API 1.42. */
  public static final VolumeScope MULTI = new VolumeScope("multi");

  private VolumeScope(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static VolumeScope of(String value) {
    return new VolumeScope(value);
  }
}
