package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The mode of a job of a number of tasks. API 1.41. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ReplicatedJob.Builder.class)
public abstract class ReplicatedJob implements WireObject {
  ReplicatedJob() {}

  /** Returns how many tasks run at a time, unsigned; null is 1. API 1.41. */
  @JsonProperty("MaxConcurrent")
  @Uint64
  public abstract @Nullable Long maxConcurrent();

  /**
   * Returns how many tasks have to complete, unsigned; null is {@link #maxConcurrent()}. API 1.41.
   */
  @JsonProperty("TotalCompletions")
  @Uint64
  public abstract @Nullable Long totalCompletions();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ReplicatedJob}. */
  public static final class Builder extends ImmutableReplicatedJob.Builder {
    Builder() {}
  }
}
