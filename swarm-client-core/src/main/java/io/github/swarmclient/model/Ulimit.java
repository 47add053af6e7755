package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The ulimit. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Ulimit.Builder.class)
public abstract class Ulimit implements WireObject {
  Ulimit() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the hard. */
  @JsonProperty("Hard")
  public abstract @Nullable Long hard();

  /** Returns the soft. */
  @JsonProperty("Soft")
  public abstract @Nullable Long soft();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Ulimit}. */
  public static final class Builder extends ImmutableUlimit.Builder {
    Builder() {}
  }
}
