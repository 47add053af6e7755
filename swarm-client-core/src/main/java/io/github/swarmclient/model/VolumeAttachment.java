package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A cluster volume that a task was given. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeAttachment.Builder.class)
public abstract class VolumeAttachment implements WireObject {
  VolumeAttachment() {}

  /** Returns the id of the volume. API 1.42. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the source of the mount that it was given for. API 1.42. */
  @JsonProperty("Source")
  public abstract @Nullable String source();

  /** Returns the path in the container. API 1.42. */
  @JsonProperty("Target")
  public abstract @Nullable String target();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumeAttachment}. */
  public static final class Builder extends ImmutableVolumeAttachment.Builder {
    Builder() {}
  }
}
