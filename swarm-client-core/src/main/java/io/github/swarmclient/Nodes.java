package io.github.swarmclient;

import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The nodes of a swarm, to be asked of a manager. A node is named by its ID, the beginning of it,
 * its host name, or {@code self} for the node of the engine that is asked. Thread-safe.
 */
public final class Nodes {
  private final ApiCalls calls;
  private final NodeLookup lookup;

  Nodes(ApiCalls calls) {
    this.calls = calls;
    this.lookup = new NodeLookup(calls);
  }

  /**
   * Returns all nodes.
   *
   * @throws SwarmStateException if the engine is no manager
   */
  public NodeList list() {
    return list(query -> query);
  }

  /** Returns the nodes that a query wants. */
  public NodeList list(UnaryOperator<NodeQuery> query) {
    List<Node> nodes =
        calls
            .get("node list", "/nodes")
            .filters(query.apply(new NodeQuery()).filters())
            .readList(Node.class);
    return new NodeList(nodes, lookup.selfId("node list"));
  }

  /**
   * Returns a node. Of several with one host name it is the only one that is not down.
   *
   * @throws NotFoundException if there is no such node
   * @throws InvalidRequestException if several nodes may be meant
   */
  public Node inspect(String idOrHostname) {
    return lookup.find("node inspect of " + idOrHostname, idOrHostname);
  }

  /**
   * Returns the tasks of a node, of all services, also those of before as far as the engine keeps
   * them; what {@code docker node ps} shows.
   *
   * @throws NotFoundException if there is no such node
   */
  public ServiceTasks tasks(String idOrHostname) {
    String operation = "node tasks of " + idOrHostname;
    String id = NodeFacts.id(lookup.find(operation, idOrHostname));
    List<Task> tasks =
        calls.get(operation, "/tasks").filters(Map.of("node", List.of(id))).readList(Task.class);
    List<Service> services = calls.get(operation, "/services").readList(Service.class);
    return ServiceTasks.of(calls, operation, tasks, services);
  }

  /** Begins to change a node. */
  public NodeUpdate update(String idOrHostname) {
    return new NodeUpdate(calls, idOrHostname);
  }

  /** Begins to stop all tasks of a node, which run elsewhere then, and to give it no new ones. */
  public NodeUpdate drain(String idOrHostname) {
    return update(idOrHostname).availability(NodeAvailability.DRAIN);
  }

  /** Begins to give a node tasks again; those that it had do not come back. */
  public NodeUpdate activate(String idOrHostname) {
    return update(idOrHostname).availability(NodeAvailability.ACTIVE);
  }

  /** Begins to give a node no new tasks; those that it has go on. */
  public NodeUpdate pause(String idOrHostname) {
    return update(idOrHostname).availability(NodeAvailability.PAUSE);
  }

  /** Begins to make a worker a manager. */
  public NodeUpdate promote(String idOrHostname) {
    return update(idOrHostname).role(NodeRole.MANAGER);
  }

  /** Begins to make a manager a worker. */
  public NodeUpdate demote(String idOrHostname) {
    return update(idOrHostname).role(NodeRole.WORKER);
  }

  /** Begins to remove a node that has left, or is lost. */
  public NodeRemove remove(String idOrHostname) {
    return new NodeRemove(calls, idOrHostname);
  }

  /**
   * Removes all workers that are down.
   *
   * @return those that were removed
   */
  public List<Node> prune() {
    List<Node> removed = new ArrayList<>();
    for (Node node : lookup.all("node prune")) {
      if (NodeFacts.isDown(node)
          && node.managerStatus() == null
          && !NodeFacts.isToBeManager(node)
          && wasPruned(node)) {
        removed.add(node);
      }
    }
    return List.copyOf(removed);
  }

  private boolean wasPruned(Node node) {
    try {
      calls.delete("node prune", "/nodes/{}", NodeFacts.id(node)).done();
      return true;
    } catch (NotFoundException | RefusedException e) {
      // Somebody else removed it, or it has come back meanwhile.
      return false;
    }
  }
}
