package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a task may use and what is kept for it. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ResourceRequirements.Builder.class)
public abstract class ResourceRequirements implements WireObject {
  ResourceRequirements() {}

  /** Returns the most that a task may use; null is no limit. */
  @JsonProperty("Limits")
  public abstract @Nullable Limit limits();

  /** Returns what a node must have free to be given a task; null is nothing. */
  @JsonProperty("Reservations")
  public abstract @Nullable Resources reservations();

  /**
   * Returns how much a task may swap, in bytes: -1 is no limit, null leaves it to the engine. Wants
   * a limit of memory. API 1.52.
   */
  @JsonProperty("SwapBytes")
  public abstract @Nullable Long swapBytes();

  /**
   * Returns how readily the kernel swaps a task, from 0 to 100; -1 or null is as the node does. API
   * 1.52.
   */
  @JsonProperty("MemorySwappiness")
  public abstract @Nullable Long memorySwappiness();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ResourceRequirements}. */
  public static final class Builder extends ImmutableResourceRequirements.Builder {
    Builder() {}
  }
}
