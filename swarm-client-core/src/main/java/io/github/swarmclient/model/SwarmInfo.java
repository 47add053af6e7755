package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The swarm info. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmInfo.Builder.class)
public abstract class SwarmInfo implements WireObject {
  SwarmInfo() {}

  /** Returns the node id. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns the node addr. */
  @JsonProperty("NodeAddr")
  public abstract @Nullable String nodeAddr();

  /** Returns the local node state. */
  @JsonProperty("LocalNodeState")
  public abstract @Nullable LocalNodeState localNodeState();

  /** Returns the control available. */
  @JsonProperty("ControlAvailable")
  public abstract @Nullable Boolean controlAvailable();

  /** Returns the error. */
  @JsonProperty("Error")
  public abstract @Nullable String error();

  /** Returns the remote managers. */
  @JsonProperty("RemoteManagers")
  public abstract List<Peer> remoteManagers();

  /** Returns the nodes. */
  @JsonProperty("Nodes")
  public abstract @Nullable Integer nodes();

  /** Returns the managers. */
  @JsonProperty("Managers")
  public abstract @Nullable Integer managers();

  /** Returns the cluster. */
  @JsonProperty("Cluster")
  public abstract @Nullable Swarm cluster();

  /** Returns the warnings. */
  @JsonProperty("Warnings")
  public abstract List<String> warnings();

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
