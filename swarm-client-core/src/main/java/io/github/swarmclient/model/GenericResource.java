package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A resource that nodes declare of their own. Either a number or a name is set. API 1.32. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = GenericResource.Builder.class)
public abstract class GenericResource implements WireObject {
  GenericResource() {}

  /** Returns one of a kind, by its name. API 1.32. */
  @JsonProperty("NamedResourceSpec")
  public abstract @Nullable NamedGenericResource namedResourceSpec();

  /** Returns a number of a kind. API 1.32. */
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
