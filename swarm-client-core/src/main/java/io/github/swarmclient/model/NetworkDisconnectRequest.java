package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Detaches a container from a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkDisconnectRequest.Builder.class)
public abstract class NetworkDisconnectRequest implements WireObject {
  NetworkDisconnectRequest() {}

  /** Returns the id or the name of the container. */
  @JsonProperty("Container")
  public abstract @Nullable String container();

  /** Returns whether to detach it even if it does not answer; null is false. */
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
