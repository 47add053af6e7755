package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A subnet of a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = IpamConfig.Builder.class)
public abstract class IpamConfig implements WireObject {
  IpamConfig() {}

  /** Returns the subnet in CIDR notation, e.g. {@code 10.1.0.0/24}. */
  @JsonProperty("Subnet")
  public abstract @Nullable String subnet();

  /**
   * Returns the part of the subnet that addresses are given out from, in CIDR notation; null is all
   * of it.
   */
  @JsonProperty("IPRange")
  public abstract @Nullable String ipRange();

  /** Returns the address of the gateway; null is the first of the subnet. */
  @JsonProperty("Gateway")
  public abstract @Nullable String gateway();

  /** Returns addresses that are not given out, by the names of who has them. */
  @JsonProperty("AuxiliaryAddresses")
  public abstract Map<String, String> auxiliaryAddresses();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link IpamConfig}. */
  public static final class Builder extends ImmutableIpamConfig.Builder {
    Builder() {}
  }
}
