package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The event actor. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EventActor.Builder.class)
public abstract class EventActor implements WireObject {
  EventActor() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the attributes. */
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
