package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Creates a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkCreateRequest.Builder.class)
public abstract class NetworkCreateRequest implements WireObject {
  NetworkCreateRequest() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the driver; null or empty is {@code bridge}, so swarms want {@code overlay}. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /**
   * Returns how far it is to reach: {@code swarm} or {@code local}; null is as the driver does. API
   * 1.30.
   */
  @JsonProperty("Scope")
  public abstract @Nullable String scope();

  /** Returns whether there are IPv4 addresses; null is true. API 1.48. */
  @JsonProperty("EnableIPv4")
  public abstract @Nullable Boolean enableIpv4();

  /** Returns whether there are IPv6 addresses; null is false. */
  @JsonProperty("EnableIPv6")
  public abstract @Nullable Boolean enableIpv6();

  /** Returns how addresses are given out; null leaves it to the engine. */
  @JsonProperty("IPAM")
  public abstract @Nullable Ipam ipam();

  /** Returns whether there is no way out; null is false. */
  @JsonProperty("Internal")
  public abstract @Nullable Boolean internal();

  /** Returns whether containers that are no tasks can be attached; null is false. */
  @JsonProperty("Attachable")
  public abstract @Nullable Boolean attachable();

  /**
   * Returns whether it is the one for the routing mesh, of which a swarm has one at most; null is
   * false. API 1.29.
   */
  @JsonProperty("Ingress")
  public abstract @Nullable Boolean ingress();

  /** Returns whether it is but a configuration for others; null is false. API 1.30. */
  @JsonProperty("ConfigOnly")
  public abstract @Nullable Boolean configOnly();

  /** Returns the network whose configuration it takes; null is none. API 1.30. */
  @JsonProperty("ConfigFrom")
  public abstract @Nullable NetworkConfigReference configFrom();

  /** Returns the options of the driver, e.g. {@code encrypted}. */
  @JsonProperty("Options")
  @Value.Redacted
  public abstract Map<String, String> options();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkCreateRequest}. */
  public static final class Builder extends ImmutableNetworkCreateRequest.Builder {
    Builder() {}
  }
}
