package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A wish about where tasks run. API 1.28. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PlacementPreference.Builder.class)
public abstract class PlacementPreference implements WireObject {
  PlacementPreference() {}

  /** Returns over what to spread them evenly. API 1.28. */
  @JsonProperty("Spread")
  public abstract @Nullable SpreadOver spread();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PlacementPreference}. */
  public static final class Builder extends ImmutablePlacementPreference.Builder {
    Builder() {}
  }
}
