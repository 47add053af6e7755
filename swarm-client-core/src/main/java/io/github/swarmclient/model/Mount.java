package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Something mounted into a container. Options of another type than {@link #type()} are refused
 * since API 1.42.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Mount.Builder.class)
public abstract class Mount implements WireObject {
  Mount() {}

  /** Returns what is mounted; null is {@link MountType#BIND}. */
  @JsonProperty("Type")
  public abstract @Nullable MountType type();

  /**
   * Returns the path on the host, the name of the volume or the image; placeholders are expanded.
   * Null for a tmpfs or a volume without a name.
   */
  @JsonProperty("Source")
  public abstract @Nullable String source();

  /** Returns the path in the container; placeholders are expanded. */
  @JsonProperty("Target")
  public abstract @Nullable String target();

  /** Returns whether it is read-only; null is false. */
  @JsonProperty("ReadOnly")
  public abstract @Nullable Boolean readOnly();

  /** Returns how strictly it agrees with the host, which only Docker Desktop heeds. API 1.28. */
  @JsonProperty("Consistency")
  public abstract @Nullable MountConsistency consistency();

  /** Returns what applies to bind mounts only. */
  @JsonProperty("BindOptions")
  public abstract @Nullable BindOptions bindOptions();

  /** Returns what applies to volumes only. */
  @JsonProperty("VolumeOptions")
  public abstract @Nullable VolumeOptions volumeOptions();

  /** Returns what applies to image mounts only. API 1.48. */
  @JsonProperty("ImageOptions")
  public abstract @Nullable ImageOptions imageOptions();

  /** Returns what applies to tmpfs mounts only. */
  @JsonProperty("TmpfsOptions")
  public abstract @Nullable TmpfsOptions tmpfsOptions();

  /** Returns what applies to cluster volumes only. API 1.42. */
  @JsonProperty("ClusterOptions")
  public abstract @Nullable ClusterOptions clusterOptions();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Mount}. */
  public static final class Builder extends ImmutableMount.Builder {
    Builder() {}
  }
}
