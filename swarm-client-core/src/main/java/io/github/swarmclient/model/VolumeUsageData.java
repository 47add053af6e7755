package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How much a volume is used. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeUsageData.Builder.class)
public abstract class VolumeUsageData implements WireObject {
  VolumeUsageData() {}

  /** Returns its size in bytes; -1 is not known. */
  @JsonProperty("Size")
  public abstract @Nullable Long size();

  /** Returns how many containers use it; -1 is not known. */
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
