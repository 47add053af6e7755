package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The mode of a service of a number of tasks. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ReplicatedService.Builder.class)
public abstract class ReplicatedService implements WireObject {
  ReplicatedService() {}

  /** Returns how many tasks there are to be, unsigned; null is 1. */
  @JsonProperty("Replicas")
  @Uint64
  public abstract @Nullable Long replicas();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ReplicatedService}. */
  public static final class Builder extends ImmutableReplicatedService.Builder {
    Builder() {}
  }
}
