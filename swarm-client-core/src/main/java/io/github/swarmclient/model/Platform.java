package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A platform in the words of nodes, which are those of {@code uname}: {@code x86_64} where an image
 * says {@code amd64}.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Platform.Builder.class)
public abstract class Platform implements WireObject {
  Platform() {}

  /** Returns the architecture, e.g. {@code x86_64}. */
  @JsonProperty("Architecture")
  public abstract @Nullable String architecture();

  /** Returns the operating system, e.g. {@code linux}. */
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
