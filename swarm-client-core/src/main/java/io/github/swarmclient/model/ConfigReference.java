package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The use of a config by a service. Either {@link #file()} or {@link #runtime()} is set. API 1.30.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ConfigReference.Builder.class)
public abstract class ConfigReference implements WireObject {
  ConfigReference() {}

  /** Returns the file that the config becomes in the container. API 1.30. */
  @JsonProperty("File")
  public abstract @Nullable ConfigReferenceFileTarget file();

  /**
   * Returns that no file is made of the config, but that something else in the spec refers to it,
   * e.g. the credential spec. API 1.40.
   */
  @JsonProperty("Runtime")
  public abstract @Nullable ConfigReferenceRuntimeTarget runtime();

  /** Returns the id, which is what counts. API 1.30. */
  @JsonProperty("ConfigID")
  public abstract @Nullable String configId();

  /** Returns the name; engines look at it for messages only, but want it. API 1.30. */
  @JsonProperty("ConfigName")
  public abstract @Nullable String configName();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ConfigReference}. */
  public static final class Builder extends ImmutableConfigReference.Builder {
    Builder() {}
  }
}
