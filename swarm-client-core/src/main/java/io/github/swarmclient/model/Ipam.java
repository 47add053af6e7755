package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a network gives out addresses. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Ipam.Builder.class)
public abstract class Ipam implements WireObject {
  Ipam() {}

  /** Returns the driver; null or empty is {@code default}. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the options of the driver. */
  @JsonProperty("Options")
  @Value.Redacted
  public abstract Map<String, String> options();

  /** Returns the subnets; empty leaves them to the engine. */
  @JsonProperty("Config")
  public abstract List<IpamConfig> config();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link Ipam}. */
  public static final class Builder extends ImmutableIpam.Builder {
    Builder() {}
  }
}
