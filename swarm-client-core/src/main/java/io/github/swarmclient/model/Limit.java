package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The limit. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Limit.Builder.class)
public abstract class Limit implements WireObject {
  Limit() {}

  /** Returns the nano cpus. */
  @JsonProperty("NanoCPUs")
  public abstract @Nullable Long nanoCpus();

  /** Returns the memory bytes. */
  @JsonProperty("MemoryBytes")
  public abstract @Nullable Long memoryBytes();

  /** Returns the pids. */
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
