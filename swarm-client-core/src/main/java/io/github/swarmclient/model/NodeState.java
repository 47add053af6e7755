package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a node is heard of by the managers. */
public final class NodeState extends OpenEnum {
  /** It has not been heard of since the leader was elected. */
  public static final NodeState UNKNOWN = new NodeState("unknown");

  /** It has not been heard of for too long: its tasks go elsewhere. */
  public static final NodeState DOWN = new NodeState("down");

  /** It is heard of. */
  public static final NodeState READY = new NodeState("ready");

  /** It has left in order, and may come back. */
  public static final NodeState DISCONNECTED = new NodeState("disconnected");

  private NodeState(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static NodeState of(String value) {
    return new NodeState(value);
  }
}
