package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The image descriptor. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageDescriptor.Builder.class)
public abstract class ImageDescriptor implements WireObject {
  ImageDescriptor() {}

  /** Returns the media type. */
  @JsonProperty("mediaType")
  public abstract @Nullable String mediaType();

  /** Returns the digest. */
  @JsonProperty("digest")
  public abstract @Nullable String digest();

  /** Returns the size. */
  @JsonProperty("size")
  public abstract @Nullable Long size();

  /** Returns the urls. */
  @JsonProperty("urls")
  public abstract List<String> urls();

  /** Returns the annotations. */
  @JsonProperty("annotations")
  public abstract Map<String, String> annotations();

  /** Returns the platform. */
  @JsonProperty("platform")
  public abstract @Nullable ImagePlatform platform();

  /** Returns the artifact type. */
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
