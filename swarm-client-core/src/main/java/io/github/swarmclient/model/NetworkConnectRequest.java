package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Attaches a container to a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkConnectRequest.Builder.class)
public abstract class NetworkConnectRequest implements WireObject {
  NetworkConnectRequest() {}

  /** Returns the id or the name of the container. */
  @JsonProperty("Container")
  public abstract @Nullable String container();

  /** Returns how to attach it; null leaves all to the engine. */
  @JsonProperty("EndpointConfig")
  public abstract @Nullable EndpointSettings endpointConfig();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkConnectRequest}. */
  public static final class Builder extends ImmutableNetworkConnectRequest.Builder {
    Builder() {}
  }
}
