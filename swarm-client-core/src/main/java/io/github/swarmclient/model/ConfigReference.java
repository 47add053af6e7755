package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The config reference. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ConfigReference.Builder.class)
public abstract class ConfigReference implements WireObject {
  ConfigReference() {}

  /** Returns the file. */
  @JsonProperty("File")
  public abstract @Nullable ConfigReferenceFileTarget file();

  /** Returns the runtime. */
  @JsonProperty("Runtime")
  public abstract @Nullable ConfigReferenceRuntimeTarget runtime();

  /** Returns the config id. */
  @JsonProperty("ConfigID")
  public abstract @Nullable String configId();

  /** Returns the config name. */
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
