package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The volume create request. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeCreateRequest.Builder.class)
public abstract class VolumeCreateRequest implements WireObject {
  VolumeCreateRequest() {}

  /** Returns the cluster volume spec. */
  @JsonProperty("ClusterVolumeSpec")
  public abstract @Nullable ClusterVolumeSpec clusterVolumeSpec();

  /** Returns the driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the driver opts. */
  @JsonProperty("DriverOpts")
  public abstract Map<String, String> driverOpts();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumeCreateRequest}. */
  public static final class Builder extends ImmutableVolumeCreateRequest.Builder {
    Builder() {}
  }
}
