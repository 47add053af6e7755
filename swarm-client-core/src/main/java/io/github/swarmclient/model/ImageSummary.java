package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The image summary. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageSummary.Builder.class)
public abstract class ImageSummary implements WireObject {
  ImageSummary() {}

  /** Returns the id. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns the parent id. */
  @JsonProperty("ParentId")
  public abstract @Nullable String parentId();

  /** Returns the repo tags. */
  @JsonProperty("RepoTags")
  public abstract List<String> repoTags();

  /** Returns the repo digests. */
  @JsonProperty("RepoDigests")
  public abstract List<String> repoDigests();

  /** Returns the created. */
  @JsonProperty("Created")
  public abstract @Nullable Long created();

  /** Returns the size. */
  @JsonProperty("Size")
  public abstract @Nullable Long size();

  /** Returns the shared size. */
  @JsonProperty("SharedSize")
  public abstract @Nullable Long sharedSize();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the containers. */
  @JsonProperty("Containers")
  public abstract @Nullable Long containers();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ImageSummary}. */
  public static final class Builder extends ImmutableImageSummary.Builder {
    Builder() {}
  }
}
