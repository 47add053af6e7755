package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How far a job has got. API 1.41. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = JobStatus.Builder.class)
public abstract class JobStatus implements WireObject {
  JobStatus() {}

  /**
   * Returns how often the job has been changed and so begun anew; its index is null for the first
   * time. API 1.41.
   */
  @JsonProperty("JobIteration")
  public abstract @Nullable ObjectVersion jobIteration();

  /** Returns when the last iteration began. API 1.41. */
  @JsonProperty("LastExecution")
  public abstract @Nullable Instant lastExecution();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link JobStatus}. */
  public static final class Builder extends ImmutableJobStatus.Builder {
    Builder() {}
  }
}
