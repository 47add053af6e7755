package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The update status. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = UpdateStatus.Builder.class)
public abstract class UpdateStatus implements WireObject {
  UpdateStatus() {}

  /** Returns the state. */
  @JsonProperty("State")
  public abstract @Nullable UpdateState state();

  /** Returns the started at. */
  @JsonProperty("StartedAt")
  public abstract @Nullable Instant startedAt();

  /** Returns the completed at. */
  @JsonProperty("CompletedAt")
  public abstract @Nullable Instant completedAt();

  /** Returns the message. */
  @JsonProperty("Message")
  public abstract @Nullable String message();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link UpdateStatus}. */
  public static final class Builder extends ImmutableUpdateStatus.Builder {
    Builder() {}
  }
}
