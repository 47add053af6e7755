package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The network spec. */
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

  /** Returns the driver configuration. */
  @JsonProperty("DriverConfiguration")
  public abstract @Nullable Driver driverConfiguration();

  /** Returns the ipv6 enabled. */
  @JsonProperty("IPv6Enabled")
  public abstract @Nullable Boolean ipv6Enabled();

  /** Returns the internal. */
  @JsonProperty("Internal")
  public abstract @Nullable Boolean internal();

  /** Returns the attachable. */
  @JsonProperty("Attachable")
  public abstract @Nullable Boolean attachable();

  /** Returns the ingress. */
  @JsonProperty("Ingress")
  public abstract @Nullable Boolean ingress();

  /** Returns the ipam options. */
  @JsonProperty("IPAMOptions")
  public abstract @Nullable SwarmIpamOptions ipamOptions();

  /** Returns the config from. */
  @JsonProperty("ConfigFrom")
  public abstract @Nullable NetworkConfigReference configFrom();

  /** Returns the scope. */
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
