package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A storage provider on a node. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NodeCsiInfo.Builder.class)
public abstract class NodeCsiInfo implements WireObject {
  NodeCsiInfo() {}

  /** Returns the name of the plug-in. API 1.42. */
  @JsonProperty("PluginName")
  public abstract @Nullable String pluginName();

  /** Returns the provider's id of the node, which is not the swarm's. API 1.42. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns how many volumes can be published to the node; 0 or null is no limit. API 1.42. */
  @JsonProperty("MaxVolumesPerNode")
  public abstract @Nullable Long maxVolumesPerNode();

  /** Returns where the provider sees the node. API 1.42. */
  @JsonProperty("AccessibleTopology")
  public abstract @Nullable Topology accessibleTopology();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NodeCsiInfo}. */
  public static final class Builder extends ImmutableNodeCsiInfo.Builder {
    Builder() {}
  }
}
