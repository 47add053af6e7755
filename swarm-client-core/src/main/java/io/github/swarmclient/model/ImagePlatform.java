package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The image platform. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImagePlatform.Builder.class)
public abstract class ImagePlatform implements WireObject {
  ImagePlatform() {}

  /** Returns the architecture. */
  @JsonProperty("architecture")
  public abstract @Nullable String architecture();

  /** Returns the os. */
  @JsonProperty("os")
  public abstract @Nullable String os();

  /** Returns the os version. */
  @JsonProperty("os.version")
  public abstract @Nullable String osVersion();

  /** Returns the os features. */
  @JsonProperty("os.features")
  public abstract List<String> osFeatures();

  /** Returns the variant. */
  @JsonProperty("variant")
  public abstract @Nullable String variant();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ImagePlatform}. */
  public static final class Builder extends ImmutableImagePlatform.Builder {
    Builder() {}
  }
}
