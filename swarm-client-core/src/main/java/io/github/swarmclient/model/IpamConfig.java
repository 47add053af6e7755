package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The ipam config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = IpamConfig.Builder.class)
public abstract class IpamConfig implements WireObject {
  IpamConfig() {}

  /** Returns the subnet. */
  @JsonProperty("Subnet")
  public abstract @Nullable String subnet();

  /** Returns the ip range. */
  @JsonProperty("IPRange")
  public abstract @Nullable String ipRange();

  /** Returns the gateway. */
  @JsonProperty("Gateway")
  public abstract @Nullable String gateway();

  /** Returns the auxiliary addresses. */
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
