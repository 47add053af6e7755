package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The secret reference file target. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SecretReferenceFileTarget.Builder.class)
public abstract class SecretReferenceFileTarget implements WireObject {
  SecretReferenceFileTarget() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the uid. */
  @JsonProperty("UID")
  public abstract @Nullable String uid();

  /** Returns the gid. */
  @JsonProperty("GID")
  public abstract @Nullable String gid();

  /** Returns the mode. */
  @JsonProperty("Mode")
  public abstract @Nullable Long mode();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SecretReferenceFileTarget}. */
  public static final class Builder extends ImmutableSecretReferenceFileTarget.Builder {
    Builder() {}
  }
}
