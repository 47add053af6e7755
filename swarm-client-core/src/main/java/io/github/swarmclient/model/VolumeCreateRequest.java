package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Creates a volume. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeCreateRequest.Builder.class)
public abstract class VolumeCreateRequest implements WireObject {
  VolumeCreateRequest() {}

  /** Returns what is asked of a cluster volume; null is a volume of one engine. API 1.42. */
  @JsonProperty("ClusterVolumeSpec")
  public abstract @Nullable ClusterVolumeSpec clusterVolumeSpec();

  /** Returns the driver; null is {@code local}. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the options of the driver. */
  @JsonProperty("DriverOpts")
  @Value.Redacted
  public abstract Map<String, String> driverOpts();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the name; null is one that the engine makes up. */
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
