package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The raft config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RaftConfig.Builder.class)
public abstract class RaftConfig implements WireObject {
  RaftConfig() {}

  /** Returns the snapshot interval. */
  @JsonProperty("SnapshotInterval")
  @Uint64
  public abstract @Nullable Long snapshotInterval();

  /** Returns the keep old snapshots. */
  @JsonProperty("KeepOldSnapshots")
  @Uint64
  public abstract @Nullable Long keepOldSnapshots();

  /** Returns the log entries for slow followers. */
  @JsonProperty("LogEntriesForSlowFollowers")
  @Uint64
  public abstract @Nullable Long logEntriesForSlowFollowers();

  /** Returns the election tick. */
  @JsonProperty("ElectionTick")
  public abstract @Nullable Integer electionTick();

  /** Returns the heartbeat tick. */
  @JsonProperty("HeartbeatTick")
  public abstract @Nullable Integer heartbeatTick();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link RaftConfig}. */
  public static final class Builder extends ImmutableRaftConfig.Builder {
    Builder() {}
  }
}
