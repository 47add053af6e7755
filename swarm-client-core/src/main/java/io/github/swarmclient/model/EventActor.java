package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The object that an event is about. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EventActor.Builder.class)
public abstract class EventActor implements WireObject {
  EventActor() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /**
   * Returns its name and, of an update, what it was and has become, e.g. {@code updatestate.old}
   * and {@code updatestate.new}; of containers all labels too.
   */
  @JsonProperty("Attributes")
  public abstract Map<String, String> attributes();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EventActor}. */
  public static final class Builder extends ImmutableEventActor.Builder {
    Builder() {}
  }
}
