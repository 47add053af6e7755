package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The platform. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Platform.Builder.class)
public abstract class Platform implements WireObject {
  Platform() {}

  /** Returns the architecture. */
  @JsonProperty("Architecture")
  public abstract @Nullable String architecture();

  /** Returns the os. */
  @JsonProperty("OS")
  public abstract @Nullable String os();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Platform}. */
  public static final class Builder extends ImmutablePlatform.Builder {
    Builder() {}
  }
}
