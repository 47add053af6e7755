package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The service status. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceStatus.Builder.class)
public abstract class ServiceStatus implements WireObject {
  ServiceStatus() {}

  /** Returns the running tasks. */
  @JsonProperty("RunningTasks")
  @Uint64
  public abstract @Nullable Long runningTasks();

  /** Returns the desired tasks. */
  @JsonProperty("DesiredTasks")
  @Uint64
  public abstract @Nullable Long desiredTasks();

  /** Returns the completed tasks. */
  @JsonProperty("CompletedTasks")
  @Uint64
  public abstract @Nullable Long completedTasks();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceStatus}. */
  public static final class Builder extends ImmutableServiceStatus.Builder {
    Builder() {}
  }
}
