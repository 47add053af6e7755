package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What applies to bind mounts only. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = BindOptions.Builder.class)
public abstract class BindOptions implements WireObject {
  BindOptions() {}

  /** Returns how mounts within it spread; null is {@link MountPropagation#RPRIVATE}. */
  @JsonProperty("Propagation")
  public abstract @Nullable MountPropagation propagation();

  /** Returns whether mounts below the source are left out; null is false. API 1.40. */
  @JsonProperty("NonRecursive")
  public abstract @Nullable Boolean nonRecursive();

  /**
   * Returns whether a source that does not exist is created, as a directory; null is false. API
   * 1.42.
   */
  @JsonProperty("CreateMountpoint")
  public abstract @Nullable Boolean createMountpoint();

  /** Returns whether mounts below a read-only source stay writable; null is false. API 1.44. */
  @JsonProperty("ReadOnlyNonRecursive")
  public abstract @Nullable Boolean readOnlyNonRecursive();

  /**
   * Returns whether the mount fails if those below the source cannot be made read-only too; null is
   * false. API 1.44.
   */
  @JsonProperty("ReadOnlyForceRecursive")
  public abstract @Nullable Boolean readOnlyForceRecursive();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link BindOptions}. */
  public static final class Builder extends ImmutableBindOptions.Builder {
    Builder() {}
  }
}
