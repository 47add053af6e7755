package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A container that is attached to a network, on this engine. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EndpointResource.Builder.class)
public abstract class EndpointResource implements WireObject {
  EndpointResource() {}

  /** Returns the name of the container. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the id of the attachment. */
  @JsonProperty("EndpointID")
  public abstract @Nullable String endpointId();

  /** Returns the MAC address. */
  @JsonProperty("MacAddress")
  public abstract @Nullable String macAddress();

  /** Returns the IPv4 address and the length of its prefix. */
  @JsonProperty("IPv4Address")
  public abstract @Nullable String ipv4Address();

  /** Returns the IPv6 address and the length of its prefix; empty is none. */
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
