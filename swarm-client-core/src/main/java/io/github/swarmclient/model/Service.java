package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.swarmclient.internal.text.ServicePage;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A service: tasks of one kind that a swarm keeps running, or a job that it runs. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Service.Builder.class)
public abstract class Service implements WireObject {
  Service() {}

  /** Returns the id, of 25 characters. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version, to be named by an update. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns when the service was created. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns when the service changed last; the orchestrator changes it, too. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns what was asked for. */
  @JsonProperty("Spec")
  public abstract @Nullable ServiceSpec spec();

  /**
   * Returns what was asked for before the last update; null if there was none or it was rolled
   * back.
   */
  @JsonProperty("PreviousSpec")
  public abstract @Nullable ServiceSpec previousSpec();

  /** Returns where the service is reached. */
  @JsonProperty("Endpoint")
  public abstract @Nullable Endpoint endpoint();

  /** Returns how far the last update has got; null if there was none or it replaced no task. */
  @JsonProperty("UpdateStatus")
  public abstract @Nullable UpdateStatus updateStatus();

  /** Returns how many tasks there are; null unless a list was asked to tell. API 1.41. */
  @JsonProperty("ServiceStatus")
  public abstract @Nullable ServiceStatus serviceStatus();

  /** Returns how far the job has got; null if it is no job. API 1.41. */
  @JsonProperty("JobStatus")
  public abstract @Nullable JobStatus jobStatus();

  /**
   * Returns the service as {@code docker service inspect --pretty} shows it, with the engine's
   * defaults for what is not set, and networks as they are kept: mostly by their IDs.
   */
  public String pretty() {
    return pretty(network -> network);
  }

  /**
   * Returns the same, with networks by their names.
   *
   * @param networkName returns the name of a network by what the spec says, its ID or name: {@code
   *     ref -> swarm.networks().inspect(ref).name()}
   */
  public String pretty(UnaryOperator<String> networkName) {
    return ServicePage.of(this, networkName);
  }

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Service}. */
  public static final class Builder extends ImmutableService.Builder {
    Builder() {}
  }
}
