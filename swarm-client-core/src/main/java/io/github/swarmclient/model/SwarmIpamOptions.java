package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a network gives out addresses, as a swarm keeps it. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmIpamOptions.Builder.class)
public abstract class SwarmIpamOptions implements WireObject {
  SwarmIpamOptions() {}

  /** Returns the driver and its options. */
  @JsonProperty("Driver")
  public abstract @Nullable Driver driver();

  /** Returns the subnets. */
  @JsonProperty("Configs")
  public abstract List<SwarmIpamConfig> configs();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SwarmIpamOptions}. */
  public static final class Builder extends ImmutableSwarmIpamOptions.Builder {
    Builder() {}
  }
}
