package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The registry auth. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RegistryAuth.Builder.class)
public abstract class RegistryAuth implements WireObject {
  RegistryAuth() {}

  /** Returns the username. */
  @JsonProperty("username")
  public abstract @Nullable String username();

  /** Returns the password. */
  @JsonProperty("password")
  @Value.Redacted
  public abstract @Nullable String password();

  /** Returns the auth. */
  @JsonProperty("auth")
  @Value.Redacted
  public abstract @Nullable String auth();

  /** Returns the server address. */
  @JsonProperty("serveraddress")
  public abstract @Nullable String serverAddress();

  /** Returns the identity token. */
  @JsonProperty("identitytoken")
  @Value.Redacted
  public abstract @Nullable String identityToken();

  /** Returns the registry token. */
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
