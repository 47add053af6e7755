package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A line of the progress of a pull. Failures come as such a line, too: the status of the answer was
 * sent long before. The digest that ends some pulls, {@code aux}, is among the unknown fields.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PullProgress.Builder.class)
public abstract class PullProgress implements WireObject {
  PullProgress() {}

  /** Returns what is being done, e.g. {@code Downloading}. */
  @JsonProperty("status")
  public abstract @Nullable String status();

  /** Returns the layer or the tag it is done to; null if to neither. */
  @JsonProperty("id")
  public abstract @Nullable String id();

  /** Returns a bar drawn with characters. */
  @JsonProperty("progress")
  public abstract @Nullable String progress();

  /** Returns how far it has got. */
  @JsonProperty("progressDetail")
  public abstract @Nullable PullProgressDetail progressDetail();

  /** Returns why the pull failed; null if it did not. */
  @JsonProperty("error")
  public abstract @Nullable String error();

  /** Returns why the pull failed, with a code; null if it did not. */
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
