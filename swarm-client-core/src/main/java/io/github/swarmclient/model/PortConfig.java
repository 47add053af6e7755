package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The port config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PortConfig.Builder.class)
public abstract class PortConfig implements WireObject {
  PortConfig() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the protocol. */
  @JsonProperty("Protocol")
  public abstract @Nullable PortProtocol protocol();

  /** Returns the target port. */
  @JsonProperty("TargetPort")
  public abstract @Nullable Integer targetPort();

  /** Returns the published port. */
  @JsonProperty("PublishedPort")
  public abstract @Nullable Integer publishedPort();

  /** Returns the publish mode. */
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
