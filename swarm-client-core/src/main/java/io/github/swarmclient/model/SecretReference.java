package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The use of a secret by a service. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SecretReference.Builder.class)
public abstract class SecretReference implements WireObject {
  SecretReference() {}

  /** Returns the file that the secret becomes in the container. API 1.25. */
  @JsonProperty("File")
  public abstract @Nullable SecretReferenceFileTarget file();

  /** Returns the id, which is what counts. API 1.25. */
  @JsonProperty("SecretID")
  public abstract @Nullable String secretId();

  /** Returns the name; engines look at it for messages only, but want it. API 1.25. */
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
