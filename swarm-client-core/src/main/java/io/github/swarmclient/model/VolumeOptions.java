package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What applies to mounts of volumes only. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeOptions.Builder.class)
public abstract class VolumeOptions implements WireObject {
  VolumeOptions() {}

  /**
   * Returns whether a new volume stays empty instead of getting what the image has there; null is
   * false.
   */
  @JsonProperty("NoCopy")
  public abstract @Nullable Boolean noCopy();

  /** Returns the labels of a volume that is created. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the path within the volume; null is all of it. API 1.45. */
  @JsonProperty("Subpath")
  public abstract @Nullable String subpath();

  /** Returns what creates a volume that is not there; null is {@code local}. */
  @JsonProperty("DriverConfig")
  public abstract @Nullable VolumeDriver driverConfig();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumeOptions}. */
  public static final class Builder extends ImmutableVolumeOptions.Builder {
    Builder() {}
  }
}
