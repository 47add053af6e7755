package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The answer to the creation of a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkCreated.Builder.class)
public abstract class NetworkCreated implements WireObject {
  NetworkCreated() {}

  /** Returns the id of the new network. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns what the engine warns of; empty is nothing. */
  @JsonProperty("Warning")
  public abstract @Nullable String warning();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkCreated}. */
  public static final class Builder extends ImmutableNetworkCreated.Builder {
    Builder() {}
  }
}
