package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The credential spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = CredentialSpec.Builder.class)
public abstract class CredentialSpec implements WireObject {
  CredentialSpec() {}

  /** Returns the config. */
  @JsonProperty("Config")
  public abstract @Nullable String config();

  /** Returns the file. */
  @JsonProperty("File")
  public abstract @Nullable String file();

  /** Returns the registry. */
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
