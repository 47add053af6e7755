package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.swarmclient.internal.text.BlobPage;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A secret: what a swarm keeps and hands to containers, and never shows. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Secret.Builder.class)
public abstract class Secret implements WireObject {
  Secret() {}

  /** Returns the id, of 25 characters. API 1.25. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version, to be named by an update. API 1.25. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns when the secret was created. API 1.25. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns when the secret changed last. API 1.25. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns the name and the labels, never the content. API 1.25. */
  @JsonProperty("Spec")
  public abstract @Nullable SecretSpec spec();

  /**
   * Returns the secret, without its content, as {@code docker secret inspect --pretty} shows it.
   */
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

  /** Builds a {@link Secret}. */
  public static final class Builder extends ImmutableSecret.Builder {
    Builder() {}
  }
}
