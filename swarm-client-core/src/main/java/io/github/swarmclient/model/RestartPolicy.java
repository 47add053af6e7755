package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** When and how a task that ended is replaced. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RestartPolicy.Builder.class)
public abstract class RestartPolicy implements WireObject {
  RestartPolicy() {}

  /**
   * Returns after which ends; null is {@link RestartCondition#ANY}, which means on failure to a
   * job.
   */
  @JsonProperty("Condition")
  public abstract @Nullable RestartCondition condition();

  /** Returns the wait before that; null is 5 seconds. */
  @JsonProperty("Delay")
  public abstract @Nullable Duration delay();

  /** Returns how often at most within the window, unsigned; 0 or null is no limit. */
  @JsonProperty("MaxAttempts")
  @Uint64
  public abstract @Nullable Long maxAttempts();

  /** Returns the time that attempts are counted in; 0 or null is all time. */
  @JsonProperty("Window")
  public abstract @Nullable Duration window();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link RestartPolicy}. */
  public static final class Builder extends ImmutableRestartPolicy.Builder {
    Builder() {}
  }
}
