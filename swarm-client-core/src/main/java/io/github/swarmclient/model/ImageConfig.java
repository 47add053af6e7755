package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The image config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageConfig.Builder.class)
public abstract class ImageConfig implements WireObject {
  ImageConfig() {}

  /** Returns the user. */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the exposed ports. */
  @JsonProperty("ExposedPorts")
  public abstract Map<String, EmptyObject> exposedPorts();

  /** Returns the env. */
  @JsonProperty("Env")
  public abstract List<String> env();

  /** Returns the entrypoint. */
  @JsonProperty("Entrypoint")
  public abstract List<String> entrypoint();

  /** Returns the cmd. */
  @JsonProperty("Cmd")
  public abstract List<String> cmd();

  /** Returns the volumes. */
  @JsonProperty("Volumes")
  public abstract Map<String, EmptyObject> volumes();

  /** Returns the working dir. */
  @JsonProperty("WorkingDir")
  public abstract @Nullable String workingDir();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the stop signal. */
  @JsonProperty("StopSignal")
  public abstract @Nullable String stopSignal();

  /** Returns the shell. */
  @JsonProperty("Shell")
  public abstract List<String> shell();

  /** Returns the healthcheck. */
  @JsonProperty("Healthcheck")
  public abstract @Nullable HealthConfig healthcheck();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ImageConfig}. */
  public static final class Builder extends ImmutableImageConfig.Builder {
    Builder() {}
  }
}
