package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The cluster volume spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ClusterVolumeSpec.Builder.class)
public abstract class ClusterVolumeSpec implements WireObject {
  ClusterVolumeSpec() {}

  /** Returns the group. */
  @JsonProperty("Group")
  public abstract @Nullable String group();

  /** Returns the access mode. */
  @JsonProperty("AccessMode")
  public abstract @Nullable AccessMode accessMode();

  /** Returns the accessibility requirements. */
  @JsonProperty("AccessibilityRequirements")
  public abstract @Nullable TopologyRequirement accessibilityRequirements();

  /** Returns the capacity range. */
  @JsonProperty("CapacityRange")
  public abstract @Nullable CapacityRange capacityRange();

  /** Returns the secrets. */
  @JsonProperty("Secrets")
  public abstract List<ClusterVolumeSecret> secrets();

  /** Returns the availability. */
  @JsonProperty("Availability")
  public abstract @Nullable VolumeAvailability availability();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ClusterVolumeSpec}. */
  public static final class Builder extends ImmutableClusterVolumeSpec.Builder {
    Builder() {}
  }
}
