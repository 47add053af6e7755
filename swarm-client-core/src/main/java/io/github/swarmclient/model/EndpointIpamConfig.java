package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The addresses that a container asks for. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EndpointIpamConfig.Builder.class)
public abstract class EndpointIpamConfig implements WireObject {
  EndpointIpamConfig() {}

  /** Returns the IPv4 address. */
  @JsonProperty("IPv4Address")
  public abstract @Nullable String ipv4Address();

  /** Returns the IPv6 address. */
  @JsonProperty("IPv6Address")
  public abstract @Nullable String ipv6Address();

  /** Returns the link-local addresses. */
  @JsonProperty("LinkLocalIPs")
  public abstract List<String> linkLocalIps();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EndpointIpamConfig}. */
  public static final class Builder extends ImmutableEndpointIpamConfig.Builder {
    Builder() {}
  }
}
