package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container of a task. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerStatus.Builder.class)
public abstract class ContainerStatus implements WireObject {
  ContainerStatus() {}

  /**
   * Returns the id of the container on the engine of the node; null or empty before it is created.
   */
  @JsonProperty("ContainerID")
  public abstract @Nullable String containerId();

  /** Returns the process id on the node; 0 before it runs. */
  @JsonProperty("PID")
  public abstract @Nullable Integer pid();

  /** Returns the exit code; 0 before it ended, too. */
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
