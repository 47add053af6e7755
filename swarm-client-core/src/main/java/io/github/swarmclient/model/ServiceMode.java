package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks a service has, and where. One of these is set, and it is not to be changed to
 * another.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceMode.Builder.class)
public abstract class ServiceMode implements WireObject {
  ServiceMode() {}

  /** Returns the number of tasks of a replicated service. */
  @JsonProperty("Replicated")
  public abstract @Nullable ReplicatedService replicated();

  /** Returns that there is one task on every node. */
  @JsonProperty("Global")
  public abstract @Nullable GlobalService global();

  /** Returns the number of tasks of a replicated job. API 1.41. */
  @JsonProperty("ReplicatedJob")
  public abstract @Nullable ReplicatedJob replicatedJob();

  /** Returns that there is one task on every node, which runs once. API 1.41. */
  @JsonProperty("GlobalJob")
  public abstract @Nullable GlobalJob globalJob();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceMode}. */
  public static final class Builder extends ImmutableServiceMode.Builder {
    Builder() {}
  }
}
