package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The join tokens. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = JoinTokens.Builder.class)
public abstract class JoinTokens implements WireObject {
  JoinTokens() {}

  /** Returns the worker. */
  @JsonProperty("Worker")
  @Value.Redacted
  public abstract @Nullable String worker();

  /** Returns the manager. */
  @JsonProperty("Manager")
  @Value.Redacted
  public abstract @Nullable String manager();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link JoinTokens}. */
  public static final class Builder extends ImmutableJoinTokens.Builder {
    Builder() {}
  }
}
