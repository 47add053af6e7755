package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The secret reference. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SecretReference.Builder.class)
public abstract class SecretReference implements WireObject {
  SecretReference() {}

  /** Returns the file. */
  @JsonProperty("File")
  public abstract @Nullable SecretReferenceFileTarget file();

  /** Returns the secret id. */
  @JsonProperty("SecretID")
  public abstract @Nullable String secretId();

  /** Returns the secret name. */
  @JsonProperty("SecretName")
  public abstract @Nullable String secretName();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SecretReference}. */
  public static final class Builder extends ImmutableSecretReference.Builder {
    Builder() {}
  }
}
