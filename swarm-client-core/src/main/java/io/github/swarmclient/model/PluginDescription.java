package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A plug-in of a node. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PluginDescription.Builder.class)
public abstract class PluginDescription implements WireObject {
  PluginDescription() {}

  /** Returns the type, e.g. {@code Volume}, {@code Network} or {@code Log}. */
  @JsonProperty("Type")
  public abstract @Nullable String type();

  /** Returns the name. */
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

  /** Builds a {@link PluginDescription}. */
  public static final class Builder extends ImmutablePluginDescription.Builder {
    Builder() {}
  }
}
