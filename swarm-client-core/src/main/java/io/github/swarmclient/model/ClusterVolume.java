package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The cluster volume. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ClusterVolume.Builder.class)
public abstract class ClusterVolume implements WireObject {
  ClusterVolume() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns the created at. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns the updated at. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns the spec. */
  @JsonProperty("Spec")
  public abstract @Nullable ClusterVolumeSpec spec();

  /** Returns the publish status. */
  @JsonProperty("PublishStatus")
  public abstract List<VolumePublishStatus> publishStatus();

  /** Returns the info. */
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
