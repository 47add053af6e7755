package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Why a container could not be waited for. API 1.34. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerWaitError.Builder.class)
public abstract class ContainerWaitError implements WireObject {
  ContainerWaitError() {}

  /** Returns the reason. API 1.34. */
  @JsonProperty("Message")
  public abstract @Nullable String message();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerWaitError}. */
  public static final class Builder extends ImmutableContainerWaitError.Builder {
    Builder() {}
  }
}
