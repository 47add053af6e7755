package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The generic resource. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = GenericResource.Builder.class)
public abstract class GenericResource implements WireObject {
  GenericResource() {}

  /** Returns the named resource spec. */
  @JsonProperty("NamedResourceSpec")
  public abstract @Nullable NamedGenericResource namedResourceSpec();

  /** Returns the discrete resource spec. */
  @JsonProperty("DiscreteResourceSpec")
  public abstract @Nullable DiscreteGenericResource discreteResourceSpec();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link GenericResource}. */
  public static final class Builder extends ImmutableGenericResource.Builder {
    Builder() {}
  }
}
