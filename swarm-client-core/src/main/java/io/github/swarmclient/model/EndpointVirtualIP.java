package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The virtual address of a service in a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EndpointVirtualIP.Builder.class)
public abstract class EndpointVirtualIP implements WireObject {
  EndpointVirtualIP() {}

  /** Returns the id of the network. */
  @JsonProperty("NetworkID")
  public abstract @Nullable String networkId();

  /** Returns the address and the length of its prefix. */
  @JsonProperty("Addr")
  public abstract @Nullable String addr();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EndpointVirtualIP}. */
  public static final class Builder extends ImmutableEndpointVirtualIP.Builder {
    Builder() {}
  }
}
