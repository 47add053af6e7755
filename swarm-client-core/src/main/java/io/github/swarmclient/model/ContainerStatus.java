package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container status. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerStatus.Builder.class)
public abstract class ContainerStatus implements WireObject {
  ContainerStatus() {}

  /** Returns the container id. */
  @JsonProperty("ContainerID")
  public abstract @Nullable String containerId();

  /** Returns the pid. */
  @JsonProperty("PID")
  public abstract @Nullable Integer pid();

  /** Returns the exit code. */
  @JsonProperty("ExitCode")
  public abstract @Nullable Integer exitCode();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerStatus}. */
  public static final class Builder extends ImmutableContainerStatus.Builder {
    Builder() {}
  }
}
