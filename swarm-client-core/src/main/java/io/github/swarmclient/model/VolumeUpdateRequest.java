package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Changes a cluster volume; nothing but its availability can be. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeUpdateRequest.Builder.class)
public abstract class VolumeUpdateRequest implements WireObject {
  VolumeUpdateRequest() {}

  /** Returns what is asked of it. API 1.42. */
  @JsonProperty("Spec")
  public abstract @Nullable ClusterVolumeSpec spec();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumeUpdateRequest}. */
  public static final class Builder extends ImmutableVolumeUpdateRequest.Builder {
    Builder() {}
  }
}
