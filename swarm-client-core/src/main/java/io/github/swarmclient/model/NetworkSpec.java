package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is asked of a network, as a swarm keeps it. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkSpec.Builder.class)
public abstract class NetworkSpec implements WireObject {
  NetworkSpec() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the driver and its options. */
  @JsonProperty("DriverConfiguration")
  public abstract @Nullable Driver driverConfiguration();

  /** Returns whether there are IPv6 addresses; null is false. */
  @JsonProperty("IPv6Enabled")
  public abstract @Nullable Boolean ipv6Enabled();

  /** Returns whether there is no way out; null is false. */
  @JsonProperty("Internal")
  public abstract @Nullable Boolean internal();

  /** Returns whether containers that are no tasks can be attached; null is false. */
  @JsonProperty("Attachable")
  public abstract @Nullable Boolean attachable();

  /** Returns whether it is the one for the routing mesh; null is false. API 1.29. */
  @JsonProperty("Ingress")
  public abstract @Nullable Boolean ingress();

  /** Returns how addresses are given out. */
  @JsonProperty("IPAMOptions")
  public abstract @Nullable SwarmIpamOptions ipamOptions();

  /** Returns the network whose configuration it takes; null is none. API 1.30. */
  @JsonProperty("ConfigFrom")
  public abstract @Nullable NetworkConfigReference configFrom();

  /** Returns how far it reaches, e.g. {@code swarm}. API 1.30. */
  @JsonProperty("Scope")
  public abstract @Nullable String scope();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkSpec}. */
  public static final class Builder extends ImmutableNetworkSpec.Builder {
    Builder() {}
  }
}
