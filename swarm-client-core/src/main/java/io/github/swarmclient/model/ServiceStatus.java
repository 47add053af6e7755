package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How many tasks a service has. API 1.41. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceStatus.Builder.class)
public abstract class ServiceStatus implements WireObject {
  ServiceStatus() {}

  /** Returns how many run, unsigned. API 1.41. */
  @JsonProperty("RunningTasks")
  @Uint64
  public abstract @Nullable Long runningTasks();

  /**
   * Returns how many ought to run, unsigned; of a replicated job how many may run at a time, even
   * once it is done. API 1.41.
   */
  @JsonProperty("DesiredTasks")
  @Uint64
  public abstract @Nullable Long desiredTasks();

  /**
   * Returns how many of this iteration of a job have completed, unsigned; 0 if it is no job. API
   * 1.41.
   */
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
