package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a task is. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TaskStatus.Builder.class)
public abstract class TaskStatus implements WireObject {
  TaskStatus() {}

  /** Returns when it got there. */
  @JsonProperty("Timestamp")
  public abstract @Nullable Instant timestamp();

  /** Returns how far it has got. */
  @JsonProperty("State")
  public abstract @Nullable TaskState state();

  /** Returns what goes on, in words. */
  @JsonProperty("Message")
  public abstract @Nullable String message();

  /** Returns what is wrong, e.g. why no node will have it; null or empty is nothing. */
  @JsonProperty("Err")
  public abstract @Nullable String err();

  /** Returns its container; null before there is one. */
  @JsonProperty("ContainerStatus")
  public abstract @Nullable ContainerStatus containerStatus();

  /** Returns the ports that its node alone publishes. */
  @JsonProperty("PortStatus")
  public abstract @Nullable PortStatus portStatus();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link TaskStatus}. */
  public static final class Builder extends ImmutableTaskStatus.Builder {
    Builder() {}
  }
}
