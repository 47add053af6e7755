package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The service mode. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceMode.Builder.class)
public abstract class ServiceMode implements WireObject {
  ServiceMode() {}

  /** Returns the replicated. */
  @JsonProperty("Replicated")
  public abstract @Nullable ReplicatedService replicated();

  /** Returns the global. */
  @JsonProperty("Global")
  public abstract @Nullable GlobalService global();

  /** Returns the replicated job. */
  @JsonProperty("ReplicatedJob")
  public abstract @Nullable ReplicatedJob replicatedJob();

  /** Returns the global job. */
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
