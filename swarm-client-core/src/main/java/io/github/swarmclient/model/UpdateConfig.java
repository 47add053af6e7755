package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The update config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = UpdateConfig.Builder.class)
public abstract class UpdateConfig implements WireObject {
  UpdateConfig() {}

  /** Returns the parallelism. */
  @JsonProperty("Parallelism")
  @Uint64
  public abstract @Nullable Long parallelism();

  /** Returns the delay. */
  @JsonProperty("Delay")
  public abstract @Nullable Duration delay();

  /** Returns the failure action. */
  @JsonProperty("FailureAction")
  public abstract @Nullable FailureAction failureAction();

  /** Returns the monitor. */
  @JsonProperty("Monitor")
  public abstract @Nullable Duration monitor();

  /** Returns the max failure ratio. */
  @JsonProperty("MaxFailureRatio")
  public abstract @Nullable Double maxFailureRatio();

  /** Returns the order. */
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
