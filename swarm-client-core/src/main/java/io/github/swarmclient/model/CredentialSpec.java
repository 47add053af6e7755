package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where a Windows container's managed service account is described. One of these is set. API 1.29.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = CredentialSpec.Builder.class)
public abstract class CredentialSpec implements WireObject {
  CredentialSpec() {}

  /**
   * Returns the id of a config, which the container spec has to refer to with a {@link
   * ConfigReference#runtime()}. API 1.40.
   */
  @JsonProperty("Config")
  public abstract @Nullable String config();

  /** Returns the name of a file in the engine's directory of credential specs. API 1.29. */
  @JsonProperty("File")
  public abstract @Nullable String file();

  /** Returns the name of a value in the Windows registry. API 1.29. */
  @JsonProperty("Registry")
  public abstract @Nullable String registry();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link CredentialSpec}. */
  public static final class Builder extends ImmutableCredentialSpec.Builder {
    Builder() {}
  }
}
