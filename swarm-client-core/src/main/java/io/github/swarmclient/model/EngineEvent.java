package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The engine event. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EngineEvent.Builder.class)
public abstract class EngineEvent implements WireObject {
  EngineEvent() {}

  /** Returns the type. */
  @JsonProperty("Type")
  public abstract @Nullable EventType type();

  /** Returns the action. */
  @JsonProperty("Action")
  public abstract @Nullable EventAction action();

  /** Returns the actor. */
  @JsonProperty("Actor")
  public abstract @Nullable EventActor actor();

  /** Returns the scope. */
  @JsonProperty("scope")
  public abstract @Nullable String scope();

  /** Returns the time. */
  @JsonProperty("time")
  public abstract @Nullable Long time();

  /** Returns the time nano. */
  @JsonProperty("timeNano")
  public abstract @Nullable Long timeNano();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EngineEvent}. */
  public static final class Builder extends ImmutableEngineEvent.Builder {
    Builder() {}
  }
}
