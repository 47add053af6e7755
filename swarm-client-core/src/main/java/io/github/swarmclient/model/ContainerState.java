package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a container is. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerState.Builder.class)
public abstract class ContainerState implements WireObject {
  ContainerState() {}

  /** Returns the state in a word. */
  @JsonProperty("Status")
  public abstract @Nullable ContainerStatusWord status();

  /** Returns whether it runs; that is so of a paused one too. */
  @JsonProperty("Running")
  public abstract @Nullable Boolean running();

  /** Returns whether it is paused. */
  @JsonProperty("Paused")
  public abstract @Nullable Boolean paused();

  /** Returns whether the engine is about to restart it. */
  @JsonProperty("Restarting")
  public abstract @Nullable Boolean restarting();

  /** Returns whether a process of it was killed for want of memory. */
  @JsonProperty("OOMKilled")
  public abstract @Nullable Boolean oomKilled();

  /** Returns whether its removal was begun and failed. */
  @JsonProperty("Dead")
  public abstract @Nullable Boolean dead();

  /** Returns the process id on the host; 0 while it does not run. */
  @JsonProperty("Pid")
  public abstract @Nullable Integer pid();

  /** Returns the exit code; 0 before it ended, too. On Windows up to 32 bits, unsigned. */
  @JsonProperty("ExitCode")
  public abstract @Nullable Long exitCode();

  /** Returns why it could not be started; empty if it could. */
  @JsonProperty("Error")
  public abstract @Nullable String error();

  /** Returns when it started last; the year 1 if never. */
  @JsonProperty("StartedAt")
  public abstract @Nullable Instant startedAt();

  /** Returns when it ended last; the year 1 if never. */
  @JsonProperty("FinishedAt")
  public abstract @Nullable Instant finishedAt();

  /** Returns how healthy it is; null if there is no health check. */
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
