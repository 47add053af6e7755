package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The cluster volume info. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ClusterVolumeInfo.Builder.class)
public abstract class ClusterVolumeInfo implements WireObject {
  ClusterVolumeInfo() {}

  /** Returns the capacity bytes. */
  @JsonProperty("CapacityBytes")
  public abstract @Nullable Long capacityBytes();

  /** Returns the volume context. */
  @JsonProperty("VolumeContext")
  public abstract Map<String, String> volumeContext();

  /** Returns the volume id. */
  @JsonProperty("VolumeID")
  public abstract @Nullable String volumeId();

  /** Returns the accessible topology. */
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
