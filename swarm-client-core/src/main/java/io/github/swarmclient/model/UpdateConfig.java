package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How an update or a rollback of a service goes on. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = UpdateConfig.Builder.class)
public abstract class UpdateConfig implements WireObject {
  UpdateConfig() {}

  /**
   * Returns how many tasks are replaced at a time, unsigned; 0 is all of them. Engines take null as
   * 0, so say 1 for one after the other.
   */
  @JsonProperty("Parallelism")
  @Uint64
  public abstract @Nullable Long parallelism();

  /** Returns the wait between two batches; 0 or null is none. */
  @JsonProperty("Delay")
  public abstract @Nullable Duration delay();

  /** Returns what to do if too many tasks fail; null is {@link FailureAction#PAUSE}. */
  @JsonProperty("FailureAction")
  public abstract @Nullable FailureAction failureAction();

  /**
   * Returns for how long a new task that ends counts as failed; 0 or null is 5 seconds. API 1.25.
   */
  @JsonProperty("Monitor")
  public abstract @Nullable Duration monitor();

  /** Returns which share of the tasks may fail, from 0 to 1; null is 0. API 1.25. */
  @JsonProperty("MaxFailureRatio")
  public abstract @Nullable Double maxFailureRatio();

  /**
   * Returns whether the old task is stopped before or after the new one starts; null is {@link
   * UpdateOrder#STOP_FIRST}. API 1.29.
   */
  @JsonProperty("Order")
  public abstract @Nullable UpdateOrder order();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link UpdateConfig}. */
  public static final class Builder extends ImmutableUpdateConfig.Builder {
    Builder() {}
  }
}
