package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a container was configured, whatever the host. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerConfig.Builder.class)
public abstract class ContainerConfig implements WireObject {
  ContainerConfig() {}

  /** Returns the host name within the container. */
  @JsonProperty("Hostname")
  public abstract @Nullable String hostname();

  /** Returns the domain name within the container. */
  @JsonProperty("Domainname")
  public abstract @Nullable String domainname();

  /**
   * Returns the user, or user and group, that the command runs as; empty is that of the image, or
   * else root.
   */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /**
   * Returns whether there is a terminal; if so, the streams of the container are one and have no
   * frames.
   */
  @JsonProperty("Tty")
  public abstract @Nullable Boolean tty();

  /** Returns whether standard input stays open. */
  @JsonProperty("OpenStdin")
  public abstract @Nullable Boolean openStdin();

  /** Returns whether standard input is closed once the first client goes. */
  @JsonProperty("StdinOnce")
  public abstract @Nullable Boolean stdinOnce();

  /** Returns whether standard input is attached. */
  @JsonProperty("AttachStdin")
  public abstract @Nullable Boolean attachStdin();

  /** Returns whether standard output is attached. */
  @JsonProperty("AttachStdout")
  public abstract @Nullable Boolean attachStdout();

  /** Returns whether standard error is attached. */
  @JsonProperty("AttachStderr")
  public abstract @Nullable Boolean attachStderr();

  /** Returns the environment, each {@code NAME=value}. */
  @JsonProperty("Env")
  @Value.Redacted
  public abstract List<String> env();

  /** Returns the command, or the arguments of the entry point. */
  @JsonProperty("Cmd")
  public abstract List<String> cmd();

  /** Returns the entry point. */
  @JsonProperty("Entrypoint")
  public abstract List<String> entrypoint();

  /** Returns the image as it was asked for. */
  @JsonProperty("Image")
  public abstract @Nullable String image();

  /** Returns the working directory; empty is the root directory. */
  @JsonProperty("WorkingDir")
  public abstract @Nullable String workingDir();

  /** Returns the labels, those of the swarm among them. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /**
   * Returns the signal that asks the container to stop; null is that of the image, or else {@code
   * SIGTERM}.
   */
  @JsonProperty("StopSignal")
  public abstract @Nullable String stopSignal();

  /** Returns how many seconds it has for that; null is 10. API 1.25. */
  @JsonProperty("StopTimeout")
  public abstract @Nullable Integer stopTimeout();

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

  /** Builds a {@link ContainerConfig}. */
  public static final class Builder extends ImmutableContainerConfig.Builder {
    Builder() {}
  }
}
