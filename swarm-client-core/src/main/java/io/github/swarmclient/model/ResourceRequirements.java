package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The resource requirements. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ResourceRequirements.Builder.class)
public abstract class ResourceRequirements implements WireObject {
  ResourceRequirements() {}

  /** Returns the limits. */
  @JsonProperty("Limits")
  public abstract @Nullable Limit limits();

  /** Returns the reservations. */
  @JsonProperty("Reservations")
  public abstract @Nullable Resources reservations();

  /** Returns the swap bytes. */
  @JsonProperty("SwapBytes")
  public abstract @Nullable Long swapBytes();

  /** Returns the memory swappiness. */
  @JsonProperty("MemorySwappiness")
  public abstract @Nullable Long memorySwappiness();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ResourceRequirements}. */
  public static final class Builder extends ImmutableResourceRequirements.Builder {
    Builder() {}
  }
}
