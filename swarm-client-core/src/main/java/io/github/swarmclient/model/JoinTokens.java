package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What lets a node join the swarm. Not shown by {@code toString}. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = JoinTokens.Builder.class)
public abstract class JoinTokens implements WireObject {
  JoinTokens() {}

  /** Returns the token to join as a worker. Not shown by {@code toString}. */
  @JsonProperty("Worker")
  @Value.Redacted
  public abstract @Nullable String worker();

  /** Returns the token to join as a manager. Not shown by {@code toString}. */
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
