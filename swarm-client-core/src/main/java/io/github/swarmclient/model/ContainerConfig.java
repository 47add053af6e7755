package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerConfig.Builder.class)
public abstract class ContainerConfig implements WireObject {
  ContainerConfig() {}

  /** Returns the hostname. */
  @JsonProperty("Hostname")
  public abstract @Nullable String hostname();

  /** Returns the domainname. */
  @JsonProperty("Domainname")
  public abstract @Nullable String domainname();

  /** Returns the user. */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the tty. */
  @JsonProperty("Tty")
  public abstract @Nullable Boolean tty();

  /** Returns the open stdin. */
  @JsonProperty("OpenStdin")
  public abstract @Nullable Boolean openStdin();

  /** Returns the stdin once. */
  @JsonProperty("StdinOnce")
  public abstract @Nullable Boolean stdinOnce();

  /** Returns the attach stdin. */
  @JsonProperty("AttachStdin")
  public abstract @Nullable Boolean attachStdin();

  /** Returns the attach stdout. */
  @JsonProperty("AttachStdout")
  public abstract @Nullable Boolean attachStdout();

  /** Returns the attach stderr. */
  @JsonProperty("AttachStderr")
  public abstract @Nullable Boolean attachStderr();

  /** Returns the env. */
  @JsonProperty("Env")
  public abstract List<String> env();

  /** Returns the cmd. */
  @JsonProperty("Cmd")
  public abstract List<String> cmd();

  /** Returns the entrypoint. */
  @JsonProperty("Entrypoint")
  public abstract List<String> entrypoint();

  /** Returns the image. */
  @JsonProperty("Image")
  public abstract @Nullable String image();

  /** Returns the working dir. */
  @JsonProperty("WorkingDir")
  public abstract @Nullable String workingDir();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the stop signal. */
  @JsonProperty("StopSignal")
  public abstract @Nullable String stopSignal();

  /** Returns the stop timeout. */
  @JsonProperty("StopTimeout")
  public abstract @Nullable Integer stopTimeout();

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

  /** Builds a {@link ContainerConfig}. */
  public static final class Builder extends ImmutableContainerConfig.Builder {
    Builder() {}
  }
}
