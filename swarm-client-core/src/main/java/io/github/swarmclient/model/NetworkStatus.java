package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a network is used. API 1.52. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkStatus.Builder.class)
public abstract class NetworkStatus implements WireObject {
  NetworkStatus() {}

  /** Returns how its addresses are used. */
  @JsonProperty("IPAM")
  public abstract @Nullable NetworkIpamStatus ipam();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkStatus}. */
  public static final class Builder extends ImmutableNetworkStatus.Builder {
    Builder() {}
  }
}
