package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An image in a list. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageSummary.Builder.class)
public abstract class ImageSummary implements WireObject {
  ImageSummary() {}

  /** Returns the digest that identifies it on this engine, {@code sha256:…}. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns the image that it was built on; empty if it was pulled. */
  @JsonProperty("ParentId")
  public abstract @Nullable String parentId();

  /** Returns its names, each {@code repository:tag}. */
  @JsonProperty("RepoTags")
  public abstract List<String> repoTags();

  /** Returns its names, each {@code repository@sha256:…}, as registries know it. */
  @JsonProperty("RepoDigests")
  public abstract List<String> repoDigests();

  /** Returns when it was built, in seconds since 1970. */
  @JsonProperty("Created")
  public abstract @Nullable Long created();

  /** Returns its size in bytes. */
  @JsonProperty("Size")
  public abstract @Nullable Long size();

  /** Returns how many bytes it shares with others; -1 is not computed. */
  @JsonProperty("SharedSize")
  public abstract @Nullable Long sharedSize();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns how many containers use it; -1 is not computed. */
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
