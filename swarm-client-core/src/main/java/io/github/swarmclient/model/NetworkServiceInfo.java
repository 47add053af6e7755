package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The network service info. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkServiceInfo.Builder.class)
public abstract class NetworkServiceInfo implements WireObject {
  NetworkServiceInfo() {}

  /** Returns the vip. */
  @JsonProperty("VIP")
  public abstract @Nullable String vip();

  /** Returns the ports. */
  @JsonProperty("Ports")
  public abstract List<String> ports();

  /** Returns the local lb index. */
  @JsonProperty("LocalLBIndex")
  public abstract @Nullable Integer localLbIndex();

  /** Returns the tasks. */
  @JsonProperty("Tasks")
  public abstract List<NetworkTask> tasks();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkServiceInfo}. */
  public static final class Builder extends ImmutableNetworkServiceInfo.Builder {
    Builder() {}
  }
}
