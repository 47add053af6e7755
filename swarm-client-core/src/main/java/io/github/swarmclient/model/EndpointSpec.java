package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a service is to be reached. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EndpointSpec.Builder.class)
public abstract class EndpointSpec implements WireObject {
  EndpointSpec() {}

  /** Returns how its name is resolved; null is {@link EndpointMode#VIP}. */
  @JsonProperty("Mode")
  public abstract @Nullable EndpointMode mode();

  /** Returns the ports to publish; with {@link EndpointMode#DNSRR} in host mode only. */
  @JsonProperty("Ports")
  public abstract List<PortConfig> ports();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EndpointSpec}. */
  public static final class Builder extends ImmutableEndpointSpec.Builder {
    Builder() {}
  }
}
