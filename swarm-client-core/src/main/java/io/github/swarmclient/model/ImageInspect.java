package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An image on one engine. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageInspect.Builder.class)
public abstract class ImageInspect implements WireObject {
  ImageInspect() {}

  /** Returns the digest that identifies it on this engine, {@code sha256:…}. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns its names, each {@code repository:tag}. */
  @JsonProperty("RepoTags")
  public abstract List<String> repoTags();

  /** Returns its names, each {@code repository@sha256:…}, as registries know it. */
  @JsonProperty("RepoDigests")
  public abstract List<String> repoDigests();

  /** Returns when it was built; null if that is not said. */
  @JsonProperty("Created")
  public abstract @Nullable Instant created();

  /** Returns its size in bytes. */
  @JsonProperty("Size")
  public abstract @Nullable Long size();

  /** Returns the architecture in Go's words, e.g. {@code amd64}. */
  @JsonProperty("Architecture")
  public abstract @Nullable String architecture();

  /** Returns the variant of the architecture, e.g. {@code v8}. */
  @JsonProperty("Variant")
  public abstract @Nullable String variant();

  /** Returns the operating system, e.g. {@code linux}. */
  @JsonProperty("Os")
  public abstract @Nullable String os();

  /** Returns the version of the operating system, which Windows needs. API 1.25. */
  @JsonProperty("OsVersion")
  public abstract @Nullable String osVersion();

  /** Returns who built it. */
  @JsonProperty("Author")
  public abstract @Nullable String author();

  /** Returns what the builder had to say. */
  @JsonProperty("Comment")
  public abstract @Nullable String comment();

  /** Returns how it configures containers. */
  @JsonProperty("Config")
  public abstract @Nullable ImageConfig config();

  /** Returns what it is in a registry's words; null with the classic image store. API 1.48. */
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
