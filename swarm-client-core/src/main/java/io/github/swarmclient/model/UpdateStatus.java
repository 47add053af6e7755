package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How far an update has got. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = UpdateStatus.Builder.class)
public abstract class UpdateStatus implements WireObject {
  UpdateStatus() {}

  /** Returns how far, in a word. */
  @JsonProperty("State")
  public abstract @Nullable UpdateState state();

  /** Returns when it began. */
  @JsonProperty("StartedAt")
  public abstract @Nullable Instant startedAt();

  /** Returns when it ended; null while it goes on. */
  @JsonProperty("CompletedAt")
  public abstract @Nullable Instant completedAt();

  /** Returns how far, in words; why it was paused or rolled back. */
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
