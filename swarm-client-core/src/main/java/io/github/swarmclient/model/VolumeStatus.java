package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/** What a volume driver says of a volume, in words of its own: all of it is unknown here. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeStatus.Builder.class)
public abstract class VolumeStatus implements WireObject {
  VolumeStatus() {}

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumeStatus}. */
  public static final class Builder extends ImmutableVolumeStatus.Builder {
    Builder() {}
  }
}
