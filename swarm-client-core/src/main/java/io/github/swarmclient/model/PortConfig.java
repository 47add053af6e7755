package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A port of a service. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PortConfig.Builder.class)
public abstract class PortConfig implements WireObject {
  PortConfig() {}

  /** Returns the name, which nothing uses. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the protocol; null is {@link PortProtocol#TCP}. */
  @JsonProperty("Protocol")
  public abstract @Nullable PortProtocol protocol();

  /** Returns the port in the container. */
  @JsonProperty("TargetPort")
  public abstract @Nullable Integer targetPort();

  /**
   * Returns the port on the nodes; 0 or null leaves it to the swarm, or with {@link
   * PublishMode#HOST} to the node.
   */
  @JsonProperty("PublishedPort")
  public abstract @Nullable Integer publishedPort();

  /** Returns where it is published; null is {@link PublishMode#INGRESS}. API 1.29. */
  @JsonProperty("PublishMode")
  public abstract @Nullable PublishMode publishMode();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PortConfig}. */
  public static final class Builder extends ImmutablePortConfig.Builder {
    Builder() {}
  }
}
