package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster volume may be used: on how many nodes, by how many at a time, and as what. Either
 * {@link #mountVolume()} or {@link #blockVolume()} is set. API 1.42.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = AccessMode.Builder.class)
public abstract class AccessMode implements WireObject {
  AccessMode() {}

  /**
   * Returns on how many nodes the volume may be used at a time; null is {@link VolumeScope#SINGLE}.
   * API 1.42.
   */
  @JsonProperty("Scope")
  public abstract @Nullable VolumeScope scope();

  /**
   * Returns how the tasks that use the volume share it; null is {@link VolumeSharing#NONE}. API
   * 1.42.
   */
  @JsonProperty("Sharing")
  public abstract @Nullable VolumeSharing sharing();

  /** Returns how the volume is mounted if it is used as a file system. API 1.42. */
  @JsonProperty("MountVolume")
  public abstract @Nullable TypeMount mountVolume();

  /** Returns that the volume is used as a raw block device. API 1.42. */
  @JsonProperty("BlockVolume")
  public abstract @Nullable TypeBlock blockVolume();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link AccessMode}. */
  public static final class Builder extends ImmutableAccessMode.Builder {
    Builder() {}
  }
}
