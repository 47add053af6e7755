package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A limit of a process's resources. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Ulimit.Builder.class)
public abstract class Ulimit implements WireObject {
  Ulimit() {}

  /** Returns the name, e.g. {@code nofile}. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the limit that the process cannot exceed; -1 is none. */
  @JsonProperty("Hard")
  public abstract @Nullable Long hard();

  /** Returns the limit that the process can raise up to the hard one; -1 is none. */
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
