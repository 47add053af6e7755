package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The image inspect. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageInspect.Builder.class)
public abstract class ImageInspect implements WireObject {
  ImageInspect() {}

  /** Returns the id. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns the repo tags. */
  @JsonProperty("RepoTags")
  public abstract List<String> repoTags();

  /** Returns the repo digests. */
  @JsonProperty("RepoDigests")
  public abstract List<String> repoDigests();

  /** Returns the created. */
  @JsonProperty("Created")
  public abstract @Nullable Instant created();

  /** Returns the size. */
  @JsonProperty("Size")
  public abstract @Nullable Long size();

  /** Returns the architecture. */
  @JsonProperty("Architecture")
  public abstract @Nullable String architecture();

  /** Returns the variant. */
  @JsonProperty("Variant")
  public abstract @Nullable String variant();

  /** Returns the os. */
  @JsonProperty("Os")
  public abstract @Nullable String os();

  /** Returns the os version. */
  @JsonProperty("OsVersion")
  public abstract @Nullable String osVersion();

  /** Returns the author. */
  @JsonProperty("Author")
  public abstract @Nullable String author();

  /** Returns the comment. */
  @JsonProperty("Comment")
  public abstract @Nullable String comment();

  /** Returns the config. */
  @JsonProperty("Config")
  public abstract @Nullable ImageConfig config();

  /** Returns the descriptor. */
  @JsonProperty("Descriptor")
  public abstract @Nullable ImageDescriptor descriptor();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ImageInspect}. */
  public static final class Builder extends ImmutableImageInspect.Builder {
    Builder() {}
  }
}
