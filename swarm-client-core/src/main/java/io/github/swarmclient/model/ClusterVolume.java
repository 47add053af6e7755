package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a swarm knows of a volume that it shares among its nodes. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ClusterVolume.Builder.class)
public abstract class ClusterVolume implements WireObject {
  ClusterVolume() {}

  /**
   * Returns the id of the volume in the swarm; the name is that of the {@link Volume}. API 1.42.
   */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version, to be named by an update. API 1.42. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns when the volume was created. API 1.42. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns when the volume changed last. API 1.42. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns what was asked for. API 1.42. */
  @JsonProperty("Spec")
  public abstract @Nullable ClusterVolumeSpec spec();

  /** Returns how far the volume is published, one for each node that uses it. API 1.42. */
  @JsonProperty("PublishStatus")
  public abstract List<VolumePublishStatus> publishStatus();

  /**
   * Returns what the storage provider says of the volume; null as long as it has not been created
   * there. API 1.42.
   */
  @JsonProperty("Info")
  public abstract @Nullable ClusterVolumeInfo info();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ClusterVolume}. */
  public static final class Builder extends ImmutableClusterVolume.Builder {
    Builder() {}
  }
}
