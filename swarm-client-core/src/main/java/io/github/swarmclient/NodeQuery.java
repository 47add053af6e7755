package io.github.swarmclient;

import io.github.swarmclient.model.NodeRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which nodes to list. Of one kind any may hold, of several kinds all must; of labels all must. */
public final class NodeQuery {
  private final Map<String, List<String>> filters = new LinkedHashMap<>();

  NodeQuery() {}

  /** Wants nodes of this role. */
  public NodeQuery role(NodeRole role) {
    return filter("role", role.value());
  }

  /** Wants nodes whose engine has the label {@code key} or {@code key=value}. */
  public NodeQuery label(String label) {
    return filter("label", Checks.text("engine label", label));
  }

  /** Wants nodes that have the label {@code key} or {@code key=value} in the swarm. */
  public NodeQuery nodeLabel(String label) {
    return filter("node.label", Checks.text("node label", label));
  }

  /** Wants nodes whose host name is, or begins with, this. */
  public NodeQuery name(String hostname) {
    return filter("name", Checks.text("host name", hostname));
  }

  /** Wants nodes whose ID is, or begins with, this. */
  public NodeQuery id(String id) {
    return filter("id", Checks.text("node ID", id));
  }

  /** Wants nodes that are {@code accepted} into the swarm, or {@code pending}. */
  public NodeQuery membership(String membership) {
    return filter("membership", Checks.text("membership", membership));
  }

  private NodeQuery filter(String kind, String value) {
    filters.computeIfAbsent(kind, any -> new ArrayList<>()).add(value);
    return this;
  }

  Map<String, List<String>> filters() {
    return filters;
  }
}
