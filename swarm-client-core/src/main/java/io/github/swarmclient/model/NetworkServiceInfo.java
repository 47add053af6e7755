package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A service as a network sees it. API 1.28. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkServiceInfo.Builder.class)
public abstract class NetworkServiceInfo implements WireObject {
  NetworkServiceInfo() {}

  /** Returns the virtual address. API 1.28. */
  @JsonProperty("VIP")
  public abstract @Nullable String vip();

  /** Returns the ports, each {@code Target: 80, Publish: 8080}. API 1.28. */
  @JsonProperty("Ports")
  public abstract List<String> ports();

  /** Returns the number of the load balancer on this engine. API 1.28. */
  @JsonProperty("LocalLBIndex")
  public abstract @Nullable Integer localLbIndex();

  /** Returns the tasks. API 1.28. */
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
