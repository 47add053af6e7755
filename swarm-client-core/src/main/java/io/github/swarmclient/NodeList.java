package io.github.swarmclient;

import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.model.EngineDescription;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The nodes of a swarm at one moment. Immutable. */
public final class NodeList extends Snapshot<Node> {
  private final String selfId;

  NodeList(List<Node> nodes, String selfId) {
    super(nodes);
    this.selfId = selfId;
  }

  /** Returns the node of the engine that was asked, if it is among these. */
  public Optional<Node> self() {
    return stream().filter(this::isSelf).findFirst();
  }

  /**
   * Returns the node of this host name, in any case. An engine that left and joined again has left
   * an old node of its name behind; of several, one that is not down comes first.
   */
  public Optional<Node> named(String hostname) {
    return stream()
        .filter(node -> NodeFacts.hostname(node).equalsIgnoreCase(hostname))
        .min(Comparator.comparing(NodeFacts::isDown));
  }

  /** Returns the table that {@code docker node ls} prints, with a {@code *} at {@link #self()}. */
  @Override
  public String pretty() {
    Table table =
        new Table("ID", "HOSTNAME", "STATUS", "AVAILABILITY", "MANAGER STATUS", "ENGINE VERSION");
    for (Node node : this) {
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
