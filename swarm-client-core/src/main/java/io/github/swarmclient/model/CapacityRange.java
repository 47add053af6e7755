package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How big a cluster volume has to be. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = CapacityRange.Builder.class)
public abstract class CapacityRange implements WireObject {
  CapacityRange() {}

  /** Returns the least size in bytes; 0 or null is any. API 1.42. */
  @JsonProperty("RequiredBytes")
  public abstract @Nullable Long requiredBytes();

  /** Returns the greatest size in bytes; 0 or null is any. API 1.42. */
  @JsonProperty("LimitBytes")
  public abstract @Nullable Long limitBytes();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link CapacityRange}. */
  public static final class Builder extends ImmutableCapacityRange.Builder {
    Builder() {}
  }
}
