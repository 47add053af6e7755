package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a registry said to a login. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = AuthResponse.Builder.class)
public abstract class AuthResponse implements WireObject {
  AuthResponse() {}

  /** Returns the token to use instead of the password; empty if the registry gives none. */
  @JsonProperty("IdentityToken")
  @Value.Redacted
  public abstract @Nullable String identityToken();

  /** Returns what the registry said, in words. */
  @JsonProperty("Status")
  public abstract @Nullable String status();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link AuthResponse}. */
  public static final class Builder extends ImmutableAuthResponse.Builder {
    Builder() {}
  }
}
