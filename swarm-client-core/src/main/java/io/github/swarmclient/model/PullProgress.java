package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The pull progress. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PullProgress.Builder.class)
public abstract class PullProgress implements WireObject {
  PullProgress() {}

  /** Returns the status. */
  @JsonProperty("status")
  public abstract @Nullable String status();

  /** Returns the id. */
  @JsonProperty("id")
  public abstract @Nullable String id();

  /** Returns the progress. */
  @JsonProperty("progress")
  public abstract @Nullable String progress();

  /** Returns the progress detail. */
  @JsonProperty("progressDetail")
  public abstract @Nullable PullProgressDetail progressDetail();

  /** Returns the error. */
  @JsonProperty("error")
  public abstract @Nullable String error();

  /** Returns the error detail. */
  @JsonProperty("errorDetail")
  public abstract @Nullable PullErrorDetail errorDetail();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PullProgress}. */
  public static final class Builder extends ImmutablePullProgress.Builder {
    Builder() {}
  }
}
