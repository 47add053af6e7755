package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A platform in the words of images, which are Go's: {@code amd64} where a {@link Platform} of a
 * node says {@code x86_64}. API 1.30.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImagePlatform.Builder.class)
public abstract class ImagePlatform implements WireObject {
  ImagePlatform() {}

  /** Returns the architecture, e.g. {@code amd64}. API 1.30. */
  @JsonProperty("architecture")
  public abstract @Nullable String architecture();

  /** Returns the operating system, e.g. {@code linux}. API 1.30. */
  @JsonProperty("os")
  public abstract @Nullable String os();

  /** Returns the version of the operating system, which Windows needs. API 1.30. */
  @JsonProperty("os.version")
  public abstract @Nullable String osVersion();

  /** Returns what the operating system has to offer, e.g. {@code win32k}. API 1.30. */
  @JsonProperty("os.features")
  public abstract List<String> osFeatures();

  /** Returns the variant of the architecture, e.g. {@code v8}. API 1.30. */
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
