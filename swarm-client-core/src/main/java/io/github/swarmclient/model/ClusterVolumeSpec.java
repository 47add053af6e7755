package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is asked of a cluster volume; only the availability can be changed later. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ClusterVolumeSpec.Builder.class)
public abstract class ClusterVolumeSpec implements WireObject {
  ClusterVolumeSpec() {}

  /**
   * Returns the group; a mount whose source is {@code group:} and this takes any volume of it. API
   * 1.42.
   */
  @JsonProperty("Group")
  public abstract @Nullable String group();

  /** Returns how the volume may be used. API 1.42. */
  @JsonProperty("AccessMode")
  public abstract @Nullable AccessMode accessMode();

  /**
   * Returns from where the volume has to be reachable; null is from anywhere the provider likes.
   * API 1.42.
   */
  @JsonProperty("AccessibilityRequirements")
  public abstract @Nullable TopologyRequirement accessibilityRequirements();

  /** Returns how big the volume has to be; null is as the provider likes. API 1.42. */
  @JsonProperty("CapacityRange")
  public abstract @Nullable CapacityRange capacityRange();

  /** Returns the secrets that the provider needs. API 1.42. */
  @JsonProperty("Secrets")
  public abstract List<ClusterVolumeSecret> secrets();

  /**
   * Returns whether the volume may be used; null is {@link VolumeAvailability#ACTIVE}. API 1.42.
   */
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
