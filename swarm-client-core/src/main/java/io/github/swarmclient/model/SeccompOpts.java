package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Which system calls are let through. API 1.44. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SeccompOpts.Builder.class)
public abstract class SeccompOpts implements WireObject {
  SeccompOpts() {}

  /** Returns by which profile; null is {@link SeccompMode#DEFAULT}. API 1.44. */
  @JsonProperty("Mode")
  public abstract @Nullable SeccompMode mode();

  /** Returns the profile, JSON; with {@link SeccompMode#CUSTOM} only. API 1.44. */
  @JsonProperty("Profile")
  public abstract @Nullable Bytes profile();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SeccompOpts}. */
  public static final class Builder extends ImmutableSeccompOpts.Builder {
    Builder() {}
  }
}
