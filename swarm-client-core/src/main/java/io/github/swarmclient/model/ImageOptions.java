package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What applies to image mounts only. API 1.48. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageOptions.Builder.class)
public abstract class ImageOptions implements WireObject {
  ImageOptions() {}

  /** Returns the path within the image; null is all of it. API 1.48. */
  @JsonProperty("Subpath")
  public abstract @Nullable String subpath();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ImageOptions}. */
  public static final class Builder extends ImmutableImageOptions.Builder {
    Builder() {}
  }
}
