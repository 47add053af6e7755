package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Where a service is reached. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Endpoint.Builder.class)
public abstract class Endpoint implements WireObject {
  Endpoint() {}

  /** Returns what was asked for. */
  @JsonProperty("Spec")
  public abstract @Nullable EndpointSpec spec();

  /** Returns the ports as they are published, those chosen by the swarm among them. */
  @JsonProperty("Ports")
  public abstract List<PortConfig> ports();

  /** Returns the virtual address in each network. */
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
