package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How the managers see a node. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NodeStatus.Builder.class)
public abstract class NodeStatus implements WireObject {
  NodeStatus() {}

  /** Returns whether it is heard of. */
  @JsonProperty("State")
  public abstract @Nullable NodeState state();

  /** Returns why, in words. */
  @JsonProperty("Message")
  public abstract @Nullable String message();

  /** Returns the address from which it connects. API 1.25. */
  @JsonProperty("Addr")
  public abstract @Nullable String addr();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NodeStatus}. */
  public static final class Builder extends ImmutableNodeStatus.Builder {
    Builder() {}
  }
}
