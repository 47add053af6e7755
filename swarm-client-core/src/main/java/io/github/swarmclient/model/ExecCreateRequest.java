package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The exec create request. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExecCreateRequest.Builder.class)
public abstract class ExecCreateRequest implements WireObject {
  ExecCreateRequest() {}

  /** Returns the attach stdin. */
  @JsonProperty("AttachStdin")
  public abstract @Nullable Boolean attachStdin();

  /** Returns the attach stdout. */
  @JsonProperty("AttachStdout")
  public abstract @Nullable Boolean attachStdout();

  /** Returns the attach stderr. */
  @JsonProperty("AttachStderr")
  public abstract @Nullable Boolean attachStderr();

  /** Returns the tty. */
  @JsonProperty("Tty")
  public abstract @Nullable Boolean tty();

  /** Returns the detach keys. */
  @JsonProperty("DetachKeys")
  public abstract @Nullable String detachKeys();

  /** Returns the console size. */
  @JsonProperty("ConsoleSize")
  public abstract List<Integer> consoleSize();

  /** Returns the env. */
  @JsonProperty("Env")
  public abstract List<String> env();

  /** Returns the cmd. */
  @JsonProperty("Cmd")
  public abstract List<String> cmd();

  /** Returns the privileged. */
  @JsonProperty("Privileged")
  public abstract @Nullable Boolean privileged();

  /** Returns the user. */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the working dir. */
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
