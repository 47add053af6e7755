package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A volume of an engine or of a swarm. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Volume.Builder.class)
public abstract class Volume implements WireObject {
  Volume() {}

  /** Returns what the swarm knows of it; null if it is of one engine only. API 1.42. */
  @JsonProperty("ClusterVolume")
  public abstract @Nullable ClusterVolume clusterVolume();

  /**
   * Returns when it was created, as the engine writes it, which differs for cluster volumes. API
   * 1.31.
   */
  @JsonProperty("CreatedAt")
  public abstract @Nullable String createdAt();

  /** Returns the driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns where it is on the host; empty for cluster volumes. */
  @JsonProperty("Mountpoint")
  public abstract @Nullable String mountpoint();

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the options of the driver. API 1.25. */
  @JsonProperty("Options")
  @Value.Redacted
  public abstract Map<String, String> options();

  /** Returns how far it reaches: {@code local} or {@code global}. */
  @JsonProperty("Scope")
  public abstract @Nullable String scope();

  /** Returns what its driver says of it; null if that is nothing. */
  @JsonProperty("Status")
  public abstract @Nullable VolumeStatus status();

  /** Returns how much it is used; null unless asked for. */
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
