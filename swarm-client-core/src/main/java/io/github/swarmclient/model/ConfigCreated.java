package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The answer to the creation of a config. API 1.30. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ConfigCreated.Builder.class)
public abstract class ConfigCreated implements WireObject {
  ConfigCreated() {}

  /** Returns the id of the new config. API 1.30. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ConfigCreated}. */
  public static final class Builder extends ImmutableConfigCreated.Builder {
    Builder() {}
  }
}
