package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The answer to the creation of an exec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExecCreated.Builder.class)
public abstract class ExecCreated implements WireObject {
  ExecCreated() {}

  /** Returns the id of the exec. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ExecCreated}. */
  public static final class Builder extends ImmutableExecCreated.Builder {
    Builder() {}
  }
}
