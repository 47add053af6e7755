package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What an image's name resolves to in a registry: a thing by its digest. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageDescriptor.Builder.class)
public abstract class ImageDescriptor implements WireObject {
  ImageDescriptor() {}

  /** Returns the media type, which tells an image from a list of images. */
  @JsonProperty("mediaType")
  public abstract @Nullable String mediaType();

  /** Returns the digest, {@code sha256:…}. */
  @JsonProperty("digest")
  public abstract @Nullable String digest();

  /** Returns the size of the manifest in bytes. */
  @JsonProperty("size")
  public abstract @Nullable Long size();

  /** Returns where it may be fetched from besides. */
  @JsonProperty("urls")
  public abstract List<String> urls();

  /** Returns the annotations. */
  @JsonProperty("annotations")
  public abstract Map<String, String> annotations();

  /** Returns the platform that it is for; null if it is for several or does not say. */
  @JsonProperty("platform")
  public abstract @Nullable ImagePlatform platform();

  /** Returns the type of artifact, if it is no image. */
  @JsonProperty("artifactType")
  public abstract @Nullable String artifactType();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ImageDescriptor}. */
  public static final class Builder extends ImmutableImageDescriptor.Builder {
    Builder() {}
  }
}
