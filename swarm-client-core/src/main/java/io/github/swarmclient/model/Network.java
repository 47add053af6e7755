package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network, as lists and inspections show it. On a worker only those are shown that reach to it.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Network.Builder.class)
public abstract class Network implements WireObject {
  Network() {}

  /** Returns the name; not unique across scopes. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /**
   * Returns the id: of 25 characters in the scope of a swarm, of 64 hexadecimal digits in that of
   * an engine.
   */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns when it was created. API 1.25. */
  @JsonProperty("Created")
  public abstract @Nullable Instant created();

  /** Returns how far it reaches: {@code swarm}, {@code global} or {@code local}. */
  @JsonProperty("Scope")
  public abstract @Nullable String scope();

  /** Returns the driver, e.g. {@code overlay}. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns whether there are IPv4 addresses; null on engines that always have them. API 1.48. */
  @JsonProperty("EnableIPv4")
  public abstract @Nullable Boolean enableIpv4();

  /** Returns whether there are IPv6 addresses. */
  @JsonProperty("EnableIPv6")
  public abstract @Nullable Boolean enableIpv6();

  /** Returns how addresses are given out; the subnet may be missing just after the creation. */
  @JsonProperty("IPAM")
  public abstract @Nullable Ipam ipam();

  /** Returns whether there is no way out. */
  @JsonProperty("Internal")
  public abstract @Nullable Boolean internal();

  /** Returns whether containers that are no tasks can be attached. */
  @JsonProperty("Attachable")
  public abstract @Nullable Boolean attachable();

  /** Returns whether it is the one that the routing mesh uses. API 1.29. */
  @JsonProperty("Ingress")
  public abstract @Nullable Boolean ingress();

  /** Returns the network whose configuration it takes. API 1.30. */
  @JsonProperty("ConfigFrom")
  public abstract @Nullable NetworkConfigReference configFrom();

  /** Returns whether it is but a configuration for others. API 1.30. */
  @JsonProperty("ConfigOnly")
  public abstract @Nullable Boolean configOnly();

  /** Returns the options of the driver. */
  @JsonProperty("Options")
  @Value.Redacted
  public abstract Map<String, String> options();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the engines that take part; overlay networks only. API 1.25. */
  @JsonProperty("Peers")
  public abstract List<PeerInfo> peers();

  /**
   * Returns the containers of this engine that are attached, by their ids; empty in lists since API
   * 1.28.
   */
  @JsonProperty("Containers")
  public abstract Map<String, EndpointResource> containers();

  /**
   * Returns the services in the network by their names; only from a verbose inspection. API 1.28.
   */
  @JsonProperty("Services")
  public abstract Map<String, NetworkServiceInfo> services();

  /** Returns how it is used; null in lists. API 1.52. */
  @JsonProperty("Status")
  public abstract @Nullable NetworkStatus status();

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
