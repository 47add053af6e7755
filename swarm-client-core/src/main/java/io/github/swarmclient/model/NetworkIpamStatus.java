package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;

/** How the addresses of a network are used. API 1.52. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkIpamStatus.Builder.class)
public abstract class NetworkIpamStatus implements WireObject {
  NetworkIpamStatus() {}

  /** Returns how those of each subnet are used, by the subnets in CIDR notation. */
  @JsonProperty("Subnets")
  public abstract Map<String, SubnetStatus> subnets();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkIpamStatus}. */
  public static final class Builder extends ImmutableNetworkIpamStatus.Builder {
    Builder() {}
  }
}
