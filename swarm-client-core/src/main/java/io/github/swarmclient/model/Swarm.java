package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The swarm. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Swarm.Builder.class)
public abstract class Swarm implements WireObject {
  Swarm() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns the created at. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns the updated at. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns the spec. */
  @JsonProperty("Spec")
  public abstract @Nullable SwarmSpec spec();

  /** Returns the tls info. */
  @JsonProperty("TLSInfo")
  public abstract @Nullable TlsInfo tlsInfo();

  /** Returns the root rotation in progress. */
  @JsonProperty("RootRotationInProgress")
  public abstract @Nullable Boolean rootRotationInProgress();

  /** Returns the default addr pool. */
  @JsonProperty("DefaultAddrPool")
  public abstract List<String> defaultAddrPool();

  /** Returns the subnet size. */
  @JsonProperty("SubnetSize")
  public abstract @Nullable Long subnetSize();

  /** Returns the data path port. */
  @JsonProperty("DataPathPort")
  public abstract @Nullable Integer dataPathPort();

  /** Returns the join tokens. */
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
