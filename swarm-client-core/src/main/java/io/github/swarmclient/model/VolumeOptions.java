package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The volume options. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeOptions.Builder.class)
public abstract class VolumeOptions implements WireObject {
  VolumeOptions() {}

  /** Returns the no copy. */
  @JsonProperty("NoCopy")
  public abstract @Nullable Boolean noCopy();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the subpath. */
  @JsonProperty("Subpath")
  public abstract @Nullable String subpath();

  /** Returns the driver config. */
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
