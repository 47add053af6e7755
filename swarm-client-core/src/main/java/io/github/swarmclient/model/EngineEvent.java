package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object. Of tasks there are no events. Events carry no version of
 * the object, and one change of it can make several.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EngineEvent.Builder.class)
public abstract class EngineEvent implements WireObject {
  EngineEvent() {}

  /** Returns the kind of object. */
  @JsonProperty("Type")
  public abstract @Nullable EventType type();

  /** Returns what happened. */
  @JsonProperty("Action")
  public abstract @Nullable EventAction action();

  /** Returns the object. */
  @JsonProperty("Actor")
  public abstract @Nullable EventActor actor();

  /** Returns where it happened: {@code swarm} or {@code local}. API 1.30. */
  @JsonProperty("scope")
  public abstract @Nullable String scope();

  /** Returns when it happened, in seconds since 1970. */
  @JsonProperty("time")
  public abstract @Nullable Long time();

  /** Returns when it happened, in nanoseconds since 1970. */
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
