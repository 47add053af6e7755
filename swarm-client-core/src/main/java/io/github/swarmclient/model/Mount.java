package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The mount. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Mount.Builder.class)
public abstract class Mount implements WireObject {
  Mount() {}

  /** Returns the type. */
  @JsonProperty("Type")
  public abstract @Nullable MountType type();

  /** Returns the source. */
  @JsonProperty("Source")
  public abstract @Nullable String source();

  /** Returns the target. */
  @JsonProperty("Target")
  public abstract @Nullable String target();

  /** Returns the read only. */
  @JsonProperty("ReadOnly")
  public abstract @Nullable Boolean readOnly();

  /** Returns the consistency. */
  @JsonProperty("Consistency")
  public abstract @Nullable MountConsistency consistency();

  /** Returns the bind options. */
  @JsonProperty("BindOptions")
  public abstract @Nullable BindOptions bindOptions();

  /** Returns the volume options. */
  @JsonProperty("VolumeOptions")
  public abstract @Nullable VolumeOptions volumeOptions();

  /** Returns the image options. */
  @JsonProperty("ImageOptions")
  public abstract @Nullable ImageOptions imageOptions();

  /** Returns the tmpfs options. */
  @JsonProperty("TmpfsOptions")
  public abstract @Nullable TmpfsOptions tmpfsOptions();

  /** Returns the cluster options. */
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
