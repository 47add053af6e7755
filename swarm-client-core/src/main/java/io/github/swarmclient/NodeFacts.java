package io.github.swarmclient;

import io.github.swarmclient.model.ManagerStatus;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeDescription;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.NodeSpec;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.NodeStatus;
import io.github.swarmclient.model.Reachability;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be told from a node whose members may all be absent. */
final class NodeFacts {
  private NodeFacts() {}

  static String id(Node node) {
    return Objects.requireNonNull(node.id(), "nodes have an ID");
  }

  static NodeSpec spec(Node node) {
    return Objects.requireNonNull(node.spec(), "nodes have a spec");
  }

  /** Returns the host's name, or an empty text while the node has not told it. */
  static String hostname(Node node) {
    NodeDescription description = node.description();
    return description == null ? "" : Objects.requireNonNullElse(description.hostname(), "");
  }

  /** Returns what messages call it. */
  static String name(Node node) {
    String hostname = hostname(node);
    return hostname.isEmpty() ? id(node) : hostname;
  }

  static @Nullable NodeState state(Node node) {
    NodeStatus status = node.status();
    return status == null ? null : status.state();
  }

  static boolean isDown(Node node) {
    return NodeState.DOWN.equals(state(node));
  }

  static boolean isReady(Node node) {
    return NodeState.READY.equals(state(node));
  }

  static @Nullable NodeAvailability availability(Node node) {
    NodeSpec spec = node.spec();
    return spec == null ? null : spec.availability();
  }

  /** Returns whether it is, or is to become, a manager. */
  static boolean isToBeManager(Node node) {
    NodeSpec spec = node.spec();
    return spec != null && NodeRole.MANAGER.equals(spec.role());
  }

  static boolean isReachableManager(Node node) {
    ManagerStatus manager = node.managerStatus();
    return manager != null && Reachability.REACHABLE.equals(manager.reachability());
  }

  /** Returns {@code Leader}, {@code Reachable} and so on, or an empty text for a worker. */
  static String managerStatus(Node node) {
    ManagerStatus manager = node.managerStatus();
    if (manager == null) {
      return "";
    }
    return Boolean.TRUE.equals(manager.leader()) ? "Leader" : capital(manager.reachability());
  }

  /** Returns a word of the API as a person reads it. */
  static String capital(@Nullable Object word) {
    String text = word == null ? "" : word.toString();
    return text.isEmpty()
        ? ""
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
