package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How tasks are kept. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = OrchestrationConfig.Builder.class)
public abstract class OrchestrationConfig implements WireObject {
  OrchestrationConfig() {}

  /**
   * Returns how many ended tasks are kept for each slot; engines set 5, a negative number keeps
   * all.
   */
  @JsonProperty("TaskHistoryRetentionLimit")
  public abstract @Nullable Long taskHistoryRetentionLimit();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link OrchestrationConfig}. */
  public static final class Builder extends ImmutableOrchestrationConfig.Builder {
    Builder() {}
  }
}
