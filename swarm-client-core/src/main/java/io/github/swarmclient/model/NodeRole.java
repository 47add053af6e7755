package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What a node is in its swarm. */
public final class NodeRole extends OpenEnum {
  /** It runs tasks. */
  public static final NodeRole WORKER = new NodeRole("worker");

  /** It runs tasks and keeps the state of the swarm. */
  public static final NodeRole MANAGER = new NodeRole("manager");

  private NodeRole(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static NodeRole of(String value) {
    return new NodeRole(value);
  }
}
