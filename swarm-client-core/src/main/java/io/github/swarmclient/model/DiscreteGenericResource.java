package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A number of a resource that nodes declare, e.g. of licences. API 1.32. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = DiscreteGenericResource.Builder.class)
public abstract class DiscreteGenericResource implements WireObject {
  DiscreteGenericResource() {}

  /** Returns the kind, e.g. {@code SSD}. API 1.32. */
  @JsonProperty("Kind")
  public abstract @Nullable String kind();

  /** Returns how many. API 1.32. */
  @JsonProperty("Value")
  public abstract @Nullable Long value();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link DiscreteGenericResource}. */
  public static final class Builder extends ImmutableDiscreteGenericResource.Builder {
    Builder() {}
  }
}
