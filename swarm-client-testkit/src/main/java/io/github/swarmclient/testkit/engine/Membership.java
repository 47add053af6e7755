package io.github.swarmclient.testkit.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine holds of a swarm: none, one it wants to join, or one it is a node of. */
final class Membership {
  /** The states of an engine, in the words of {@code GET /info}. */
  enum State {
    INACTIVE,
    PENDING,
    ACTIVE,
    LOCKED
  }

  State state = State.INACTIVE;
  @Nullable Cluster cluster;
  String nodeId = "";
  String error = "";

  /** Counts the attempts to join, so that one given up does not succeed later. */
  long attempt;

  boolean isActiveAs(String id) {
    return state == State.ACTIVE && nodeId.equals(id);
  }

  void become(Cluster joined, Node node) {
    state = State.ACTIVE;
    cluster = joined;
    nodeId = node.id;
    error = "";
  }

  void clear() {
    state = State.INACTIVE;
    cluster = null;
    nodeId = "";
    error = "";
    attempt++;
  }

  /** Returns the node this engine is, or null if its swarm has forgotten it or there is none. */
  @Nullable Node node() {
    Cluster joined = cluster;
    return joined == null ? null : joined.nodes.get(nodeId);
  }

  boolean isManager() {
    Node node = node();
    return node != null && node.manager;
  }

  /**
   * Returns the swarm when its managers can answer, or refuses in the words of an engine.
   *
   * @param write whether the request wants to change something
   */
  Cluster managed(boolean write) {
    Cluster joined = controlled();
    Node self = node();
    if (self != null) {
      joined.raft.admit(self, write);
    }
    return joined;
  }

  /** Returns the swarm, or refuses in the words of an engine that does not manage one. */
  Cluster controlled() {
    Cluster joined = cluster;
    if (state == State.LOCKED) {
      throw EngineError.of(
          503,
          "Swarm is encrypted and needs to be unlocked before it can be used. Please use \"docker"
              + " swarm unlock\" to unlock it.");
    }
    if (state == State.INACTIVE) {
      throw EngineError.of(
          503,
          "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to"
              + " connect this node to swarm and try again.");
    }
    if (joined == null || !isManager()) {
      throw EngineError.of(
          503,
          "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster"
              + " state. Please run this command on a manager node or promote the current node to"
              + " a manager.");
    }
    return joined;
  }

  /** Returns the managers an engine knows of. */
  List<Node> remoteManagers() {
    Cluster joined = cluster;
    return joined == null
        ? List.of()
        : joined.nodes.values().stream().filter(node -> node.manager).toList();
  }
}
