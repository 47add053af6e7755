package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Network.Builder.class)
public abstract class Network implements WireObject {
  Network() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the id. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns the created. */
  @JsonProperty("Created")
  public abstract @Nullable Instant created();

  /** Returns the scope. */
  @JsonProperty("Scope")
  public abstract @Nullable String scope();

  /** Returns the driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the enable ipv4. */
  @JsonProperty("EnableIPv4")
  public abstract @Nullable Boolean enableIpv4();

  /** Returns the enable ipv6. */
  @JsonProperty("EnableIPv6")
  public abstract @Nullable Boolean enableIpv6();

  /** Returns the ipam. */
  @JsonProperty("IPAM")
  public abstract @Nullable Ipam ipam();

  /** Returns the internal. */
  @JsonProperty("Internal")
  public abstract @Nullable Boolean internal();

  /** Returns the attachable. */
  @JsonProperty("Attachable")
  public abstract @Nullable Boolean attachable();

  /** Returns the ingress. */
  @JsonProperty("Ingress")
  public abstract @Nullable Boolean ingress();

  /** Returns the config from. */
  @JsonProperty("ConfigFrom")
  public abstract @Nullable NetworkConfigReference configFrom();

  /** Returns the config only. */
  @JsonProperty("ConfigOnly")
  public abstract @Nullable Boolean configOnly();

  /** Returns the options. */
  @JsonProperty("Options")
  public abstract Map<String, String> options();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the peers. */
  @JsonProperty("Peers")
  public abstract List<PeerInfo> peers();

  /** Returns the containers. */
  @JsonProperty("Containers")
  public abstract Map<String, EndpointResource> containers();

  /** Returns the services. */
  @JsonProperty("Services")
  public abstract Map<String, NetworkServiceInfo> services();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Network}. */
  public static final class Builder extends ImmutableNetwork.Builder {
    Builder() {}
  }
}
