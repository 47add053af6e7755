package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The privileges. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Privileges.Builder.class)
public abstract class Privileges implements WireObject {
  Privileges() {}

  /** Returns the credential spec. */
  @JsonProperty("CredentialSpec")
  public abstract @Nullable CredentialSpec credentialSpec();

  /** Returns the se linux context. */
  @JsonProperty("SELinuxContext")
  public abstract @Nullable SeLinuxContext seLinuxContext();

  /** Returns the seccomp. */
  @JsonProperty("Seccomp")
  public abstract @Nullable SeccompOpts seccomp();

  /** Returns the app armor. */
  @JsonProperty("AppArmor")
  public abstract @Nullable AppArmorOpts appArmor();

  /** Returns the no new privileges. */
  @JsonProperty("NoNewPrivileges")
  public abstract @Nullable Boolean noNewPrivileges();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Privileges}. */
  public static final class Builder extends ImmutablePrivileges.Builder {
    Builder() {}
  }
}
