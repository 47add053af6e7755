package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container port. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerPort.Builder.class)
public abstract class ContainerPort implements WireObject {
  ContainerPort() {}

  /** Returns the ip. */
  @JsonProperty("IP")
  public abstract @Nullable String ip();

  /** Returns the private port. */
  @JsonProperty("PrivatePort")
  public abstract @Nullable Integer privatePort();

  /** Returns the public port. */
  @JsonProperty("PublicPort")
  public abstract @Nullable Integer publicPort();

  /** Returns the type. */
  @JsonProperty("Type")
  public abstract @Nullable PortProtocol type();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerPort}. */
  public static final class Builder extends ImmutableContainerPort.Builder {
    Builder() {}
  }
}
