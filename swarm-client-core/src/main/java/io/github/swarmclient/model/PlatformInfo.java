package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What an engine calls itself. API 1.35. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PlatformInfo.Builder.class)
public abstract class PlatformInfo implements WireObject {
  PlatformInfo() {}

  /** Returns the name, e.g. {@code Docker Engine - Community}. API 1.35. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PlatformInfo}. */
  public static final class Builder extends ImmutablePlatformInfo.Builder {
    Builder() {}
  }
}
