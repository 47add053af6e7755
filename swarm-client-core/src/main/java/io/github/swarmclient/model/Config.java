package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.swarmclient.internal.text.BlobPage;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A config: a file that a swarm keeps and hands to containers. API 1.30. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Config.Builder.class)
public abstract class Config implements WireObject {
  Config() {}

  /** Returns the id, of 25 characters. API 1.30. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version, to be named by an update. API 1.30. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns when the config was created. API 1.30. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns when the config changed last. API 1.30. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns the name, the labels and the content. API 1.30. */
  @JsonProperty("Spec")
  public abstract @Nullable ConfigSpec spec();

  /** Returns the config, with its content, as {@code docker config inspect --pretty} shows it. */
  public String pretty() {
    return BlobPage.of(this);
  }

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Config}. */
  public static final class Builder extends ImmutableConfig.Builder {
    Builder() {}
  }
}
