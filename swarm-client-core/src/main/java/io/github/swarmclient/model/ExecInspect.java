package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The exec inspect. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExecInspect.Builder.class)
public abstract class ExecInspect implements WireObject {
  ExecInspect() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the container id. */
  @JsonProperty("ContainerID")
  public abstract @Nullable String containerId();

  /** Returns the running. */
  @JsonProperty("Running")
  public abstract @Nullable Boolean running();

  /** Returns the exit code. */
  @JsonProperty("ExitCode")
  public abstract @Nullable Long exitCode();

  /** Returns the pid. */
  @JsonProperty("Pid")
  public abstract @Nullable Integer pid();

  /** Returns the open stdin. */
  @JsonProperty("OpenStdin")
  public abstract @Nullable Boolean openStdin();

  /** Returns the open stdout. */
  @JsonProperty("OpenStdout")
  public abstract @Nullable Boolean openStdout();

  /** Returns the open stderr. */
  @JsonProperty("OpenStderr")
  public abstract @Nullable Boolean openStderr();

  /** Returns the can remove. */
  @JsonProperty("CanRemove")
  public abstract @Nullable Boolean canRemove();

  /** Returns the detach keys. */
  @JsonProperty("DetachKeys")
  public abstract @Nullable String detachKeys();

  /** Returns the process config. */
  @JsonProperty("ProcessConfig")
  public abstract @Nullable ExecProcess processConfig();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ExecInspect}. */
  public static final class Builder extends ImmutableExecInspect.Builder {
    Builder() {}
  }
}
