package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The network task. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkTask.Builder.class)
public abstract class NetworkTask implements WireObject {
  NetworkTask() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the endpoint id. */
  @JsonProperty("EndpointID")
  public abstract @Nullable String endpointId();

  /** Returns the endpoint ip. */
  @JsonProperty("EndpointIP")
  public abstract @Nullable String endpointIp();

  /** Returns the info. */
  @JsonProperty("Info")
  public abstract Map<String, String> info();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkTask}. */
  public static final class Builder extends ImmutableNetworkTask.Builder {
    Builder() {}
  }
}
