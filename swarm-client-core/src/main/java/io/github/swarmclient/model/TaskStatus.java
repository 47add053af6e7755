package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The task status. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TaskStatus.Builder.class)
public abstract class TaskStatus implements WireObject {
  TaskStatus() {}

  /** Returns the timestamp. */
  @JsonProperty("Timestamp")
  public abstract @Nullable Instant timestamp();

  /** Returns the state. */
  @JsonProperty("State")
  public abstract @Nullable TaskState state();

  /** Returns the message. */
  @JsonProperty("Message")
  public abstract @Nullable String message();

  /** Returns the err. */
  @JsonProperty("Err")
  public abstract @Nullable String err();

  /** Returns the container status. */
  @JsonProperty("ContainerStatus")
  public abstract @Nullable ContainerStatus containerStatus();

  /** Returns the port status. */
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
