package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** One particular resource that a node declares, e.g. a GPU. API 1.32. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NamedGenericResource.Builder.class)
public abstract class NamedGenericResource implements WireObject {
  NamedGenericResource() {}

  /** Returns the kind, e.g. {@code GPU}. API 1.32. */
  @JsonProperty("Kind")
  public abstract @Nullable String kind();

  /** Returns the name, e.g. {@code UUID1}. API 1.32. */
  @JsonProperty("Value")
  public abstract @Nullable String value();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NamedGenericResource}. */
  public static final class Builder extends ImmutableNamedGenericResource.Builder {
    Builder() {}
  }
}
