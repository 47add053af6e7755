package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The volume. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Volume.Builder.class)
public abstract class Volume implements WireObject {
  Volume() {}

  /** Returns the cluster volume. */
  @JsonProperty("ClusterVolume")
  public abstract @Nullable ClusterVolume clusterVolume();

  /** Returns the created at. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable String createdAt();

  /** Returns the driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the mountpoint. */
  @JsonProperty("Mountpoint")
  public abstract @Nullable String mountpoint();

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the options. */
  @JsonProperty("Options")
  public abstract Map<String, String> options();

  /** Returns the scope. */
  @JsonProperty("Scope")
  public abstract @Nullable String scope();

  /** Returns the usage data. */
  @JsonProperty("UsageData")
  public abstract @Nullable VolumeUsageData usageData();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Volume}. */
  public static final class Builder extends ImmutableVolume.Builder {
    Builder() {}
  }
}
