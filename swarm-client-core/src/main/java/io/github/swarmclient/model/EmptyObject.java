package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/** An object that says all by being there. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EmptyObject.Builder.class)
public abstract class EmptyObject implements WireObject {
  EmptyObject() {}

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EmptyObject}. */
  public static final class Builder extends ImmutableEmptyObject.Builder {
    Builder() {}
  }
}
