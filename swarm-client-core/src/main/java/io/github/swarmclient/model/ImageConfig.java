package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How an image configures containers. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ImageConfig.Builder.class)
public abstract class ImageConfig implements WireObject {
  ImageConfig() {}

  /** Returns the user that the command runs as; empty is root. */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the ports it listens on, each {@code 80/tcp}. */
  @JsonProperty("ExposedPorts")
  public abstract Map<String, EmptyObject> exposedPorts();

  /** Returns the environment, each {@code NAME=value}. */
  @JsonProperty("Env")
  @Value.Redacted
  public abstract List<String> env();

  /** Returns the entry point. */
  @JsonProperty("Entrypoint")
  public abstract List<String> entrypoint();

  /** Returns the command, or the arguments of the entry point. */
  @JsonProperty("Cmd")
  public abstract List<String> cmd();

  /** Returns the paths that become volumes. */
  @JsonProperty("Volumes")
  public abstract Map<String, EmptyObject> volumes();

  /** Returns the working directory. */
  @JsonProperty("WorkingDir")
  public abstract @Nullable String workingDir();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the signal that asks a container to stop; null is {@code SIGTERM}. */
  @JsonProperty("StopSignal")
  public abstract @Nullable String stopSignal();

  /** Returns the shell that health checks and builds use. */
  @JsonProperty("Shell")
  public abstract List<String> shell();

  /** Returns the health check; null is none. */
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
