package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The endpoint. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Endpoint.Builder.class)
public abstract class Endpoint implements WireObject {
  Endpoint() {}

  /** Returns the spec. */
  @JsonProperty("Spec")
  public abstract @Nullable EndpointSpec spec();

  /** Returns the ports. */
  @JsonProperty("Ports")
  public abstract List<PortConfig> ports();

  /** Returns the virtual ips. */
  @JsonProperty("VirtualIPs")
  public abstract List<EndpointVirtualIP> virtualIps();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link Endpoint}. */
  public static final class Builder extends ImmutableEndpoint.Builder {
    Builder() {}
  }
}
