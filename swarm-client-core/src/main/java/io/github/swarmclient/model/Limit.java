package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The most that a task may use. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Limit.Builder.class)
public abstract class Limit implements WireObject {
  Limit() {}

  /** Returns the limit of processors in billionths of one; 0 or null is no limit. */
  @JsonProperty("NanoCPUs")
  public abstract @Nullable Long nanoCpus();

  /** Returns the limit of memory in bytes; 0 or null is no limit. */
  @JsonProperty("MemoryBytes")
  public abstract @Nullable Long memoryBytes();

  /** Returns the limit of processes; 0 or null is no limit. API 1.41. */
  @JsonProperty("Pids")
  public abstract @Nullable Long pids();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Limit}. */
  public static final class Builder extends ImmutableLimit.Builder {
    Builder() {}
  }
}
