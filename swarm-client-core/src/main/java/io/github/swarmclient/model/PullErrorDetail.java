package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Why a pull failed. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PullErrorDetail.Builder.class)
public abstract class PullErrorDetail implements WireObject {
  PullErrorDetail() {}

  /** Returns a number, which engines seldom set. */
  @JsonProperty("code")
  public abstract @Nullable Integer code();

  /** Returns the reason. */
  @JsonProperty("message")
  public abstract @Nullable String message();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PullErrorDetail}. */
  public static final class Builder extends ImmutablePullErrorDetail.Builder {
    Builder() {}
  }
}
