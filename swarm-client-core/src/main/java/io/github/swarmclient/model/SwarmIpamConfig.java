package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A subnet of a network, as a swarm keeps it. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmIpamConfig.Builder.class)
public abstract class SwarmIpamConfig implements WireObject {
  SwarmIpamConfig() {}

  /** Returns the subnet in CIDR notation. */
  @JsonProperty("Subnet")
  public abstract @Nullable String subnet();

  /** Returns the part of the subnet that addresses are given out from, in CIDR notation. */
  @JsonProperty("Range")
  public abstract @Nullable String range();

  /** Returns the address of the gateway. */
  @JsonProperty("Gateway")
  public abstract @Nullable String gateway();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SwarmIpamConfig}. */
  public static final class Builder extends ImmutableSwarmIpamConfig.Builder {
    Builder() {}
  }
}
