package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The volume usage data. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeUsageData.Builder.class)
public abstract class VolumeUsageData implements WireObject {
  VolumeUsageData() {}

  /** Returns the size. */
  @JsonProperty("Size")
  public abstract @Nullable Long size();

  /** Returns the ref count. */
  @JsonProperty("RefCount")
  public abstract @Nullable Long refCount();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumeUsageData}. */
  public static final class Builder extends ImmutableVolumeUsageData.Builder {
    Builder() {}
  }
}
