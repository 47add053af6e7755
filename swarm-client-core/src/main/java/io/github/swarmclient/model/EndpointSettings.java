package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a container is attached to a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EndpointSettings.Builder.class)
public abstract class EndpointSettings implements WireObject {
  EndpointSettings() {}

  /** Returns the addresses that were asked for. */
  @JsonProperty("IPAMConfig")
  public abstract @Nullable EndpointIpamConfig ipamConfig();

  /** Returns the containers it is linked to. */
  @JsonProperty("Links")
  public abstract List<String> links();

  /** Returns more names of the container in the network. */
  @JsonProperty("Aliases")
  public abstract List<String> aliases();

  /** Returns options for the network driver. */
  @JsonProperty("DriverOpts")
  @Value.Redacted
  public abstract Map<String, String> driverOpts();

  /**
   * Returns the priority by which the network gives the default gateway, the highest wins; null is
   * 0. API 1.48.
   */
  @JsonProperty("GwPriority")
  public abstract @Nullable Integer gwPriority();

  /** Returns the id of the network. */
  @JsonProperty("NetworkID")
  public abstract @Nullable String networkId();

  /** Returns the id of the attachment. */
  @JsonProperty("EndpointID")
  public abstract @Nullable String endpointId();

  /** Returns the IPv4 gateway. */
  @JsonProperty("Gateway")
  public abstract @Nullable String gateway();

  /** Returns the IPv4 address. */
  @JsonProperty("IPAddress")
  public abstract @Nullable String ipAddress();

  /** Returns the MAC address. */
  @JsonProperty("MacAddress")
  public abstract @Nullable String macAddress();

  /** Returns the length of the prefix of the IPv4 address. */
  @JsonProperty("IPPrefixLen")
  public abstract @Nullable Integer ipPrefixLen();

  /** Returns the IPv6 gateway. */
  @JsonProperty("IPv6Gateway")
  public abstract @Nullable String ipv6Gateway();

  /** Returns the global IPv6 address. */
  @JsonProperty("GlobalIPv6Address")
  public abstract @Nullable String globalIpv6Address();

  /** Returns the length of the prefix of the IPv6 address. */
  @JsonProperty("GlobalIPv6PrefixLen")
  public abstract @Nullable Integer globalIpv6PrefixLen();

  /** Returns all names of the container in the network. API 1.44. */
  @JsonProperty("DNSNames")
  public abstract List<String> dnsNames();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EndpointSettings}. */
  public static final class Builder extends ImmutableEndpointSettings.Builder {
    Builder() {}
  }
}
