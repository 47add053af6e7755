package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/** What applies to mounts of cluster volumes only: nothing as yet. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ClusterOptions.Builder.class)
public abstract class ClusterOptions implements WireObject {
  ClusterOptions() {}

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ClusterOptions}. */
  public static final class Builder extends ImmutableClusterOptions.Builder {
    Builder() {}
  }
}
