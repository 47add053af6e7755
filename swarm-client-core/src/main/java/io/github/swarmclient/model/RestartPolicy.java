package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The restart policy. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RestartPolicy.Builder.class)
public abstract class RestartPolicy implements WireObject {
  RestartPolicy() {}

  /** Returns the condition. */
  @JsonProperty("Condition")
  public abstract @Nullable RestartCondition condition();

  /** Returns the delay. */
  @JsonProperty("Delay")
  public abstract @Nullable Duration delay();

  /** Returns the max attempts. */
  @JsonProperty("MaxAttempts")
  @Uint64
  public abstract @Nullable Long maxAttempts();

  /** Returns the window. */
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
