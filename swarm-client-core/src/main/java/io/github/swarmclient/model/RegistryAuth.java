package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What lets an engine into a registry: a name and a password, or a token. None of it but the names
 * is shown by {@code toString}.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RegistryAuth.Builder.class)
public abstract class RegistryAuth implements WireObject {
  RegistryAuth() {}

  /** Returns the name of the user. */
  @JsonProperty("username")
  public abstract @Nullable String username();

  /** Returns the password. Not shown by {@code toString}. */
  @JsonProperty("password")
  @Value.Redacted
  public abstract @Nullable String password();

  /**
   * Returns the name and the password, joined by a colon, in Base64. Not shown by {@code toString}.
   */
  @JsonProperty("auth")
  @Value.Redacted
  public abstract @Nullable String auth();

  /** Returns the registry, e.g. {@code registry.example.com:5000}. */
  @JsonProperty("serveraddress")
  public abstract @Nullable String serverAddress();

  /** Returns the token that a login gave. Not shown by {@code toString}. */
  @JsonProperty("identitytoken")
  @Value.Redacted
  public abstract @Nullable String identityToken();

  /** Returns the bearer token to send to the registry. Not shown by {@code toString}. */
  @JsonProperty("registrytoken")
  @Value.Redacted
  public abstract @Nullable String registryToken();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link RegistryAuth}. */
  public static final class Builder extends ImmutableRegistryAuth.Builder {
    Builder() {}
  }
}
