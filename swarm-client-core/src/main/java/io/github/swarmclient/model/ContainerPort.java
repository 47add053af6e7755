package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A port of a container. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerPort.Builder.class)
public abstract class ContainerPort implements WireObject {
  ContainerPort() {}

  /** Returns the address of the host on which the port is published; null or empty is none. */
  @JsonProperty("IP")
  public abstract @Nullable String ip();

  /** Returns the port in the container. */
  @JsonProperty("PrivatePort")
  public abstract @Nullable Integer privatePort();

  /** Returns the port on the host; null is not published. */
  @JsonProperty("PublicPort")
  public abstract @Nullable Integer publicPort();

  /** Returns the protocol. */
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
