package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a storage provider says of a volume. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ClusterVolumeInfo.Builder.class)
public abstract class ClusterVolumeInfo implements WireObject {
  ClusterVolumeInfo() {}

  /** Returns the size in bytes; 0 or null is not known. API 1.42. */
  @JsonProperty("CapacityBytes")
  public abstract @Nullable Long capacityBytes();

  /** Returns the provider's own attributes of the volume. API 1.42. */
  @JsonProperty("VolumeContext")
  public abstract Map<String, String> volumeContext();

  /** Returns the provider's id of the volume, which is not the swarm's. API 1.42. */
  @JsonProperty("VolumeID")
  public abstract @Nullable String volumeId();

  /** Returns from where the volume can be reached; any of these will do. API 1.42. */
  @JsonProperty("AccessibleTopology")
  public abstract List<Topology> accessibleTopology();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ClusterVolumeInfo}. */
  public static final class Builder extends ImmutableClusterVolumeInfo.Builder {
    Builder() {}
  }
}
