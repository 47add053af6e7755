package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How a node is, as the managers see it. */
public final class NodeState extends OpenEnum {
  /** The word {@code unknown}. */
  public static final NodeState UNKNOWN = new NodeState("unknown");

  /** The word {@code down}. */
  public static final NodeState DOWN = new NodeState("down");

  /** The word {@code ready}. */
  public static final NodeState READY = new NodeState("ready");

  /** The word {@code disconnected}. */
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
