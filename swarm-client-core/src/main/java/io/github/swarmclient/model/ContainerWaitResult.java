package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a container ended. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerWaitResult.Builder.class)
public abstract class ContainerWaitResult implements WireObject {
  ContainerWaitResult() {}

  /** Returns the exit code. */
  @JsonProperty("StatusCode")
  public abstract @Nullable Long statusCode();

  /** Returns why it could not be waited for; null if it could. API 1.34. */
  @JsonProperty("Error")
  public abstract @Nullable ContainerWaitError error();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerWaitResult}. */
  public static final class Builder extends ImmutableContainerWaitResult.Builder {
    Builder() {}
  }
}
