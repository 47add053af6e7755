package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The endpoint resource. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EndpointResource.Builder.class)
public abstract class EndpointResource implements WireObject {
  EndpointResource() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the endpoint id. */
  @JsonProperty("EndpointID")
  public abstract @Nullable String endpointId();

  /** Returns the mac address. */
  @JsonProperty("MacAddress")
  public abstract @Nullable String macAddress();

  /** Returns the ipv4 address. */
  @JsonProperty("IPv4Address")
  public abstract @Nullable String ipv4Address();

  /** Returns the ipv6 address. */
  @JsonProperty("IPv6Address")
  public abstract @Nullable String ipv6Address();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EndpointResource}. */
  public static final class Builder extends ImmutableEndpointResource.Builder {
    Builder() {}
  }
}
