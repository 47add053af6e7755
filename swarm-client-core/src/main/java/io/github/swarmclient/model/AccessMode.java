package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The access mode. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = AccessMode.Builder.class)
public abstract class AccessMode implements WireObject {
  AccessMode() {}

  /** Returns the scope. */
  @JsonProperty("Scope")
  public abstract @Nullable VolumeScope scope();

  /** Returns the sharing. */
  @JsonProperty("Sharing")
  public abstract @Nullable VolumeSharing sharing();

  /** Returns the mount volume. */
  @JsonProperty("MountVolume")
  public abstract @Nullable TypeMount mountVolume();

  /** Returns the block volume. */
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
