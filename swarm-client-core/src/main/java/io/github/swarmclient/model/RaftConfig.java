package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How the managers agree. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RaftConfig.Builder.class)
public abstract class RaftConfig implements WireObject {
  RaftConfig() {}

  /** Returns after how many entries of the log a snapshot is taken, unsigned; engines set 10000. */
  @JsonProperty("SnapshotInterval")
  @Uint64
  public abstract @Nullable Long snapshotInterval();

  /** Returns how many snapshots are kept besides the last, unsigned; engines set 0. */
  @JsonProperty("KeepOldSnapshots")
  @Uint64
  public abstract @Nullable Long keepOldSnapshots();

  /**
   * Returns how many entries are kept for slow managers after a snapshot, unsigned; engines set
   * 500.
   */
  @JsonProperty("LogEntriesForSlowFollowers")
  @Uint64
  public abstract @Nullable Long logEntriesForSlowFollowers();

  /**
   * Returns after how many ticks without a leader another is elected; engines set 10. Has to be
   * greater than the heartbeat's.
   */
  @JsonProperty("ElectionTick")
  public abstract @Nullable Integer electionTick();

  /**
   * Returns after how many ticks the leader gives a sign of life; engines set 1. A tick is a
   * second.
   */
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
