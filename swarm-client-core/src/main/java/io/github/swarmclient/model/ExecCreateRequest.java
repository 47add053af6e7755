package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A command to be run in a container. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExecCreateRequest.Builder.class)
public abstract class ExecCreateRequest implements WireObject {
  ExecCreateRequest() {}

  /** Returns whether to send it standard input; null is false. */
  @JsonProperty("AttachStdin")
  public abstract @Nullable Boolean attachStdin();

  /** Returns whether to receive its standard output; null is false. */
  @JsonProperty("AttachStdout")
  public abstract @Nullable Boolean attachStdout();

  /** Returns whether to receive its standard error; null is false. */
  @JsonProperty("AttachStderr")
  public abstract @Nullable Boolean attachStderr();

  /**
   * Returns whether it gets a terminal; if so, its streams are one and have no frames. Null is
   * false.
   */
  @JsonProperty("Tty")
  public abstract @Nullable Boolean tty();

  /** Returns the keys that detach from it; null are those of the engine. */
  @JsonProperty("DetachKeys")
  public abstract @Nullable String detachKeys();

  /**
   * Returns the height and the width of the terminal in characters; empty is the engine's choice.
   * API 1.42.
   */
  @JsonProperty("ConsoleSize")
  public abstract List<Integer> consoleSize();

  /** Returns what to add to the environment, each {@code NAME=value}. API 1.25. */
  @JsonProperty("Env")
  @Value.Redacted
  public abstract List<String> env();

  /** Returns the command and its arguments; engines want at least one. */
  @JsonProperty("Cmd")
  public abstract List<String> cmd();

  /** Returns whether it may do all that root on the host may; null is false. */
  @JsonProperty("Privileged")
  public abstract @Nullable Boolean privileged();

  /** Returns the user, or {@code user:group}; null is that of the container. */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the working directory; null is that of the container. API 1.35. */
  @JsonProperty("WorkingDir")
  public abstract @Nullable String workingDir();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ExecCreateRequest}. */
  public static final class Builder extends ImmutableExecCreateRequest.Builder {
    Builder() {}
  }
}
