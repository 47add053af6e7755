package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The se linux context. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SeLinuxContext.Builder.class)
public abstract class SeLinuxContext implements WireObject {
  SeLinuxContext() {}

  /** Returns the disable. */
  @JsonProperty("Disable")
  public abstract @Nullable Boolean disable();

  /** Returns the user. */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the role. */
  @JsonProperty("Role")
  public abstract @Nullable String role();

  /** Returns the type. */
  @JsonProperty("Type")
  public abstract @Nullable String type();

  /** Returns the level. */
  @JsonProperty("Level")
  public abstract @Nullable String level();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SeLinuxContext}. */
  public static final class Builder extends ImmutableSeLinuxContext.Builder {
    Builder() {}
  }
}
