package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How an update or a rollback of a service goes on. API 1.24. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = UpdateConfig.Builder.class)
public abstract class UpdateConfig implements WireObject {
  UpdateConfig() {}

  /** Returns how many tasks change at a time; 0 is all of them at once. */
  @JsonProperty("Parallelism")
  @Uint64
  public abstract @Nullable Long parallelism();

  /** Returns the wait between two batches. */
  @JsonProperty("Delay")
  public abstract @Nullable Duration delay();

  /** Returns the share of tasks that may fail. */
  @JsonProperty("MaxFailureRatio")
  public abstract @Nullable Double maxFailureRatio();

  /** Returns test. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns test. */
  @JsonProperty("Constraints")
  public abstract List<String> constraints();

  /** Returns test. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link UpdateConfig}. */
  public static final class Builder extends ImmutableUpdateConfig.Builder {
    Builder() {}
  }
}
