package io.github.swarmclient;

import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.model.EngineDescription;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeDescription;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The nodes of a swarm at one moment. Immutable. */
public final class NodeList extends AbstractList<Node> {
  private final List<Node> nodes;
  private final String selfId;

  NodeList(List<Node> nodes, String selfId) {
    this.nodes = List.copyOf(nodes);
    this.selfId = selfId;
  }

  @Override
  public Node get(int index) {
    return nodes.get(index);
  }

  @Override
  public int size() {
    return nodes.size();
  }

  /** Returns the node of the engine that was asked, if it is among these. */
  public Optional<Node> self() {
    return nodes.stream().filter(this::isSelf).findFirst();
  }

  /**
   * Returns the node of this host name, in any case. An engine that left and joined again has left
   * an old node of its name behind; of several, one that is not down comes first.
   */
  public Optional<Node> named(String hostname) {
    return nodes.stream()
        .filter(node -> NodeFacts.hostname(node).equalsIgnoreCase(hostname))
        .min(Comparator.comparing(NodeFacts::isDown));
  }

  /** Returns the table that {@code docker node ls} prints, with a {@code *} at {@link #self()}. */
  public String pretty() {
    Table table =
        new Table("ID", "HOSTNAME", "STATUS", "AVAILABILITY", "MANAGER STATUS", "ENGINE VERSION");
    for (Node node : nodes) {
      table.row(
          NodeFacts.id(node) + (isSelf(node) ? " *" : ""),
          NodeFacts.hostname(node),
          NodeFacts.capital(NodeFacts.state(node)),
          NodeFacts.capital(NodeFacts.availability(node)),
          NodeFacts.managerStatus(node),
          engineVersion(node));
    }
    return table.toString();
  }

  private boolean isSelf(Node node) {
    return NodeFacts.id(node).equals(selfId);
  }

  private static String engineVersion(Node node) {
    NodeDescription description = node.description();
    EngineDescription engine = description == null ? null : description.engine();
    return engine == null ? "" : Objects.requireNonNullElse(engine.engineVersion(), "");
  }
}
