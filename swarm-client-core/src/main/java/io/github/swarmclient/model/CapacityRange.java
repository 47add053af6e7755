package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The capacity range. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = CapacityRange.Builder.class)
public abstract class CapacityRange implements WireObject {
  CapacityRange() {}

  /** Returns the required bytes. */
  @JsonProperty("RequiredBytes")
  public abstract @Nullable Long requiredBytes();

  /** Returns the limit bytes. */
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
