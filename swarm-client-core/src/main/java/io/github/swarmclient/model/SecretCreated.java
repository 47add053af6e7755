package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The answer to the creation of a secret. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SecretCreated.Builder.class)
public abstract class SecretCreated implements WireObject {
  SecretCreated() {}

  /** Returns the id of the new secret. API 1.25. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SecretCreated}. */
  public static final class Builder extends ImmutableSecretCreated.Builder {
    Builder() {}
  }
}
