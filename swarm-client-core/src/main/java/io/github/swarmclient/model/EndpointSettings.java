package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The endpoint settings. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EndpointSettings.Builder.class)
public abstract class EndpointSettings implements WireObject {
  EndpointSettings() {}

  /** Returns the ipam config. */
  @JsonProperty("IPAMConfig")
  public abstract @Nullable EndpointIpamConfig ipamConfig();

  /** Returns the links. */
  @JsonProperty("Links")
  public abstract List<String> links();

  /** Returns the aliases. */
  @JsonProperty("Aliases")
  public abstract List<String> aliases();

  /** Returns the driver opts. */
  @JsonProperty("DriverOpts")
  public abstract Map<String, String> driverOpts();

  /** Returns the gw priority. */
  @JsonProperty("GwPriority")
  public abstract @Nullable Integer gwPriority();

  /** Returns the network id. */
  @JsonProperty("NetworkID")
  public abstract @Nullable String networkId();

  /** Returns the endpoint id. */
  @JsonProperty("EndpointID")
  public abstract @Nullable String endpointId();

  /** Returns the gateway. */
  @JsonProperty("Gateway")
  public abstract @Nullable String gateway();

  /** Returns the ip address. */
  @JsonProperty("IPAddress")
  public abstract @Nullable String ipAddress();

  /** Returns the mac address. */
  @JsonProperty("MacAddress")
  public abstract @Nullable String macAddress();

  /** Returns the ip prefix len. */
  @JsonProperty("IPPrefixLen")
  public abstract @Nullable Integer ipPrefixLen();

  /** Returns the ipv6 gateway. */
  @JsonProperty("IPv6Gateway")
  public abstract @Nullable String ipv6Gateway();

  /** Returns the global ipv6 address. */
  @JsonProperty("GlobalIPv6Address")
  public abstract @Nullable String globalIpv6Address();

  /** Returns the global ipv6 prefix len. */
  @JsonProperty("GlobalIPv6PrefixLen")
  public abstract @Nullable Integer globalIpv6PrefixLen();

  /** Returns the dns names. */
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
