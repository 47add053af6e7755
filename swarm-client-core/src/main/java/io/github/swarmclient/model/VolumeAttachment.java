package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The volume attachment. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeAttachment.Builder.class)
public abstract class VolumeAttachment implements WireObject {
  VolumeAttachment() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the source. */
  @JsonProperty("Source")
  public abstract @Nullable String source();

  /** Returns the target. */
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
