package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container state. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerState.Builder.class)
public abstract class ContainerState implements WireObject {
  ContainerState() {}

  /** Returns the status. */
  @JsonProperty("Status")
  public abstract @Nullable ContainerStatusWord status();

  /** Returns the running. */
  @JsonProperty("Running")
  public abstract @Nullable Boolean running();

  /** Returns the paused. */
  @JsonProperty("Paused")
  public abstract @Nullable Boolean paused();

  /** Returns the restarting. */
  @JsonProperty("Restarting")
  public abstract @Nullable Boolean restarting();

  /** Returns the oom killed. */
  @JsonProperty("OOMKilled")
  public abstract @Nullable Boolean oomKilled();

  /** Returns the dead. */
  @JsonProperty("Dead")
  public abstract @Nullable Boolean dead();

  /** Returns the pid. */
  @JsonProperty("Pid")
  public abstract @Nullable Integer pid();

  /** Returns the exit code. */
  @JsonProperty("ExitCode")
  public abstract @Nullable Long exitCode();

  /** Returns the error. */
  @JsonProperty("Error")
  public abstract @Nullable String error();

  /** Returns the started at. */
  @JsonProperty("StartedAt")
  public abstract @Nullable Instant startedAt();

  /** Returns the finished at. */
  @JsonProperty("FinishedAt")
  public abstract @Nullable Instant finishedAt();

  /** Returns the health. */
  @JsonProperty("Health")
  public abstract @Nullable ContainerHealth health();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerState}. */
  public static final class Builder extends ImmutableContainerState.Builder {
    Builder() {}
  }
}
