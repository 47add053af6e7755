package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The labels of SELinux. API 1.29. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SeLinuxContext.Builder.class)
public abstract class SeLinuxContext implements WireObject {
  SeLinuxContext() {}

  /** Returns whether there are none; null is false. API 1.29. */
  @JsonProperty("Disable")
  public abstract @Nullable Boolean disable();

  /** Returns the label of the user. API 1.29. */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the label of the role. API 1.29. */
  @JsonProperty("Role")
  public abstract @Nullable String role();

  /** Returns the label of the type. API 1.29. */
  @JsonProperty("Type")
  public abstract @Nullable String type();

  /** Returns the label of the level. API 1.29. */
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
