package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What containers may do to their host. API 1.29. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Privileges.Builder.class)
public abstract class Privileges implements WireObject {
  Privileges() {}

  /** Returns the managed service account, on Windows. API 1.29. */
  @JsonProperty("CredentialSpec")
  public abstract @Nullable CredentialSpec credentialSpec();

  /** Returns the labels of SELinux. API 1.29. */
  @JsonProperty("SELinuxContext")
  public abstract @Nullable SeLinuxContext seLinuxContext();

  /** Returns which system calls are let through. API 1.44. */
  @JsonProperty("Seccomp")
  public abstract @Nullable SeccompOpts seccomp();

  /** Returns what AppArmor does. API 1.44. */
  @JsonProperty("AppArmor")
  public abstract @Nullable AppArmorOpts appArmor();

  /** Returns whether processes cannot gain privileges; null is false. API 1.44. */
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
