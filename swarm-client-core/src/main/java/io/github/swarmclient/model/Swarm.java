package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The swarm as its managers know it. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Swarm.Builder.class)
public abstract class Swarm implements WireObject {
  Swarm() {}

  /** Returns the id, of 25 characters. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version, to be named by an update. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns when the swarm was created. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns when the swarm changed last. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns what was asked for. */
  @JsonProperty("Spec")
  public abstract @Nullable SwarmSpec spec();

  /** Returns what the root certificate is. API 1.30. */
  @JsonProperty("TLSInfo")
  public abstract @Nullable TlsInfo tlsInfo();

  /** Returns whether the root certificate is being replaced. API 1.30. */
  @JsonProperty("RootRotationInProgress")
  public abstract @Nullable Boolean rootRotationInProgress();

  /**
   * Returns the blocks, in CIDR notation, that subnets of overlay networks are cut from. API 1.39.
   */
  @JsonProperty("DefaultAddrPool")
  public abstract List<String> defaultAddrPool();

  /** Returns the length of the prefix of these subnets; 24 unless set. API 1.39. */
  @JsonProperty("SubnetSize")
  public abstract @Nullable Long subnetSize();

  /** Returns the port of the traffic between containers; 4789 unless set. API 1.40. */
  @JsonProperty("DataPathPort")
  public abstract @Nullable Integer dataPathPort();

  /** Returns what lets nodes join; null where the swarm is shown as part of {@link SwarmInfo}. */
  @JsonProperty("JoinTokens")
  public abstract @Nullable JoinTokens joinTokens();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Swarm}. */
  public static final class Builder extends ImmutableSwarm.Builder {
    Builder() {}
  }
}
