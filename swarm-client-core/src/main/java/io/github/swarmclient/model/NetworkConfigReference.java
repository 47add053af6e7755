package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The network whose configuration another one takes. API 1.30. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkConfigReference.Builder.class)
public abstract class NetworkConfigReference implements WireObject {
  NetworkConfigReference() {}

  /** Returns the name of the network; empty is none. API 1.30. */
  @JsonProperty("Network")
  public abstract @Nullable String network();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkConfigReference}. */
  public static final class Builder extends ImmutableNetworkConfigReference.Builder {
    Builder() {}
  }
}
