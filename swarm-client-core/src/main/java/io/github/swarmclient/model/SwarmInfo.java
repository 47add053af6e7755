package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.swarmclient.internal.text.SwarmPage;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How an engine is placed in a swarm. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmInfo.Builder.class)
public abstract class SwarmInfo implements WireObject {
  SwarmInfo() {}

  /** Returns the id of its node; empty if it is in no swarm. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns the address by which others know it. */
  @JsonProperty("NodeAddr")
  public abstract @Nullable String nodeAddr();

  /** Returns whether it is in a swarm. */
  @JsonProperty("LocalNodeState")
  public abstract @Nullable LocalNodeState localNodeState();

  /** Returns whether it is a manager that can act. */
  @JsonProperty("ControlAvailable")
  public abstract @Nullable Boolean controlAvailable();

  /** Returns why it is not well; empty if it is. */
  @JsonProperty("Error")
  public abstract @Nullable String error();

  /** Returns the managers it knows. */
  @JsonProperty("RemoteManagers")
  public abstract List<Peer> remoteManagers();

  /** Returns how many nodes there are; null on workers. */
  @JsonProperty("Nodes")
  public abstract @Nullable Integer nodes();

  /** Returns how many managers there are; null on workers. */
  @JsonProperty("Managers")
  public abstract @Nullable Integer managers();

  /** Returns the swarm, without its join tokens; null on workers. */
  @JsonProperty("Cluster")
  public abstract @Nullable Swarm cluster();

  /** Returns what it warns of, e.g. that two managers are worse than one. */
  @JsonProperty("Warnings")
  public abstract List<String> warnings();

  /** Returns what {@code docker info} prints of the swarm. There are no tokens and keys in it. */
  public String pretty() {
    return SwarmPage.of(this);
  }

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SwarmInfo}. */
  public static final class Builder extends ImmutableSwarmInfo.Builder {
    Builder() {}
  }
}
