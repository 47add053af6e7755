package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The network disconnect request. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkDisconnectRequest.Builder.class)
public abstract class NetworkDisconnectRequest implements WireObject {
  NetworkDisconnectRequest() {}

  /** Returns the container. */
  @JsonProperty("Container")
  public abstract @Nullable String container();

  /** Returns the force. */
  @JsonProperty("Force")
  public abstract @Nullable Boolean force();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkDisconnectRequest}. */
  public static final class Builder extends ImmutableNetworkDisconnectRequest.Builder {
    Builder() {}
  }
}
