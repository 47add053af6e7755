package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What tasks get that do not say otherwise. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TaskDefaults.Builder.class)
public abstract class TaskDefaults implements WireObject {
  TaskDefaults() {}

  /** Returns the log driver; null is that of the engine. */
  @JsonProperty("LogDriver")
  public abstract @Nullable Driver logDriver();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link TaskDefaults}. */
  public static final class Builder extends ImmutableTaskDefaults.Builder {
    Builder() {}
  }
}
