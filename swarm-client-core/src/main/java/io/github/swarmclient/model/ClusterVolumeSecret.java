package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A secret that is handed to a storage provider. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ClusterVolumeSecret.Builder.class)
public abstract class ClusterVolumeSecret implements WireObject {
  ClusterVolumeSecret() {}

  /** Returns the name by which the provider knows it. API 1.42. */
  @JsonProperty("Key")
  public abstract @Nullable String key();

  /** Returns the name or id of the swarm's secret, not what is in it. API 1.42. */
  @JsonProperty("Secret")
  public abstract @Nullable String secret();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ClusterVolumeSecret}. */
  public static final class Builder extends ImmutableClusterVolumeSecret.Builder {
    Builder() {}
  }
}
