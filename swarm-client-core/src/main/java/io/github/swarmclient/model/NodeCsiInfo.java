package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The node csi info. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NodeCsiInfo.Builder.class)
public abstract class NodeCsiInfo implements WireObject {
  NodeCsiInfo() {}

  /** Returns the plugin name. */
  @JsonProperty("PluginName")
  public abstract @Nullable String pluginName();

  /** Returns the node id. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns the max volumes per node. */
  @JsonProperty("MaxVolumesPerNode")
  public abstract @Nullable Long maxVolumesPerNode();

  /** Returns the accessible topology. */
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
