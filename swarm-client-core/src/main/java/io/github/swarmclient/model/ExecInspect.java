package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A command that is run in a container. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExecInspect.Builder.class)
public abstract class ExecInspect implements WireObject {
  ExecInspect() {}

  /** Returns the id of the exec. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the id of the container. */
  @JsonProperty("ContainerID")
  public abstract @Nullable String containerId();

  /** Returns whether it runs. */
  @JsonProperty("Running")
  public abstract @Nullable Boolean running();

  /** Returns the exit code; null before it ended. On Windows up to 32 bits, unsigned. */
  @JsonProperty("ExitCode")
  public abstract @Nullable Long exitCode();

  /** Returns the process id on the host; 0 while it does not run. API 1.25. */
  @JsonProperty("Pid")
  public abstract @Nullable Integer pid();

  /** Returns whether standard input is open. */
  @JsonProperty("OpenStdin")
  public abstract @Nullable Boolean openStdin();

  /** Returns whether standard output is attached. */
  @JsonProperty("OpenStdout")
  public abstract @Nullable Boolean openStdout();

  /** Returns whether standard error is attached. */
  @JsonProperty("OpenStderr")
  public abstract @Nullable Boolean openStderr();

  /** Returns whether the engine is about to forget it. */
  @JsonProperty("CanRemove")
  public abstract @Nullable Boolean canRemove();

  /** Returns the keys that detach from it. */
  @JsonProperty("DetachKeys")
  public abstract @Nullable String detachKeys();

  /** Returns what is run. */
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
