package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The replicated job. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ReplicatedJob.Builder.class)
public abstract class ReplicatedJob implements WireObject {
  ReplicatedJob() {}

  /** Returns the max concurrent. */
  @JsonProperty("MaxConcurrent")
  @Uint64
  public abstract @Nullable Long maxConcurrent();

  /** Returns the total completions. */
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
