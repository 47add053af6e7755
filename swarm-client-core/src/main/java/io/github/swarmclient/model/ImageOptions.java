package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The image options. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageOptions.Builder.class)
public abstract class ImageOptions implements WireObject {
  ImageOptions() {}

  /** Returns the subpath. */
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
