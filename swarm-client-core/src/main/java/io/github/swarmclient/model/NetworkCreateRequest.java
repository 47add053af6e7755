package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The network create request. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkCreateRequest.Builder.class)
public abstract class NetworkCreateRequest implements WireObject {
  NetworkCreateRequest() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the scope. */
  @JsonProperty("Scope")
  public abstract @Nullable String scope();

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

  /** Returns the config only. */
  @JsonProperty("ConfigOnly")
  public abstract @Nullable Boolean configOnly();

  /** Returns the config from. */
  @JsonProperty("ConfigFrom")
  public abstract @Nullable NetworkConfigReference configFrom();

  /** Returns the options. */
  @JsonProperty("Options")
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
