package io.github.swarmclient;

import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.NodeSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes a node, and nothing of it that is not named here. Where somebody else changes the node at
 * the same time, the change is made anew on what they left.
 */
public final class NodeUpdate {
  private final ApiCalls calls;
  private final NodeLookup nodes;
  private final String idOrHostname;
  private final String operation;
  private UnaryOperator<NodeSpec> edit = UnaryOperator.identity();
  private @Nullable NodeAvailability availability;
  private @Nullable NodeRole role;
  private boolean force;
  private boolean wasReady;
  private Duration within = Duration.ofMinutes(2);

  NodeUpdate(ApiCalls calls, String idOrHostname) {
    this.calls = calls;
    this.nodes = new NodeLookup(calls);
    this.idOrHostname = idOrHostname;
    this.operation = "node update of " + idOrHostname;
  }

  /** Sets whether the node takes tasks. */
  public NodeUpdate availability(NodeAvailability availability) {
    this.availability = availability;
    return edit(spec -> spec.availability(availability));
  }

  /** Sets whether the node is a manager. */
  public NodeUpdate role(NodeRole role) {
    this.role = role;
    return edit(spec -> spec.role(role));
  }

  /** Adds a label, or gives it another value. */
  public NodeUpdate label(String key, String value) {
    Checks.text("label", key);
    return edit(spec -> spec.putLabel(key, value));
  }

  /** Removes a label, if the node has it. */
  public NodeUpdate removeLabel(String key) {
    return then(
        spec -> {
          Map<String, String> labels = new LinkedHashMap<>(spec.labels());
          labels.remove(key);
          return spec.toBuilder().labels(labels).build();
        });
  }

  /**
   * Changes the spec in any other way. The function gets it as it is, and may be called again if
   * somebody else changed it meanwhile.
   */
  public NodeUpdate edit(UnaryOperator<NodeSpec.Builder> change) {
    return then(spec -> change.apply(spec.toBuilder()).build());
  }

  private NodeUpdate then(UnaryOperator<NodeSpec> change) {
    UnaryOperator<NodeSpec> before = edit;
    this.edit = spec -> change.apply(before.apply(spec));
    return this;
  }

  /** Demotes a manager even if the swarm loses its quorum with it. */
  public NodeUpdate force() {
    this.force = true;
    return this;
  }

  /**
   * Sets how long {@link #await} and {@link #awaitDrained} wait; 2 minutes if this is not called.
   */
  public NodeUpdate within(Duration within) {
    this.within = Poller.positive(within);
    return this;
  }

  /**
   * Makes the change. Sends nothing if the node is as wanted already.
   *
   * @return the node as updated; the swarm may take its time to follow
   * @throws QuorumException if a demotion would lose the quorum and this is not forced
   * @throws RefusedException if the last manager would be demoted
   * @throws NotFoundException if there is no such node
   */
  public Node execute() {
    return write(find());
  }

  /**
   * Makes the change and returns when the swarm shows it: a promoted node is a reachable manager, a
   * demoted one none any more, of a drained one the tasks have stopped as {@link #awaitDrained}
   * says.
   *
   * @throws WaitException if that is not within the time set
   */
  public Node await() {
    if (NodeAvailability.DRAIN.equals(availability)) {
      Node drained = awaitDrained().node();
      return role == null ? drained : awaitShown(drained, new Poller(calls.time(), within));
    }
    Poller poller = new Poller(calls.time(), within);
    Node before = find();
    wasReady = NodeFacts.isReady(before);
    return awaitShown(write(before), poller);
  }

  /**
   * Makes the change, which drains the node, and returns when no task is left on it and each that
   * was replaced runs elsewhere, or is pending because no node will have it.
   *
   * @throws IllegalStateException if the change does not drain the node
   * @throws WaitException if that is not within the time set, with the tasks that are missing
   */
  public Drained awaitDrained() {
    if (!NodeAvailability.DRAIN.equals(availability)) {
      throw new IllegalStateException(operation + " does not drain it; drain(…) does");
    }
    Poller poller = new Poller(calls.time(), within);
    Node node = find();
    Drain drain = new Drain(calls, operation, NodeFacts.id(node));
    drain.begin();
    write(node);
    return poller.until(operation, drain::probe, drain::whyNotYet);
  }

  private Node find() {
    return nodes.find(operation, idOrHostname);
  }

  private Node write(Node found) {
    boolean[] first = {true};
    return Conflicts.retry(
        () -> {
          Node node = first[0] ? found : nodes.byId(operation, NodeFacts.id(found));
          first[0] = false;
          return writeOnce(node);
        });
  }

  private Node writeOnce(Node node) {
    NodeSpec before = NodeFacts.spec(node);
    NodeSpec after = edit.apply(before);
    if (after.equals(before)) {
      return node;
    }
    if (!force && NodeRole.MANAGER.equals(before.role()) && NodeRole.WORKER.equals(after.role())) {
      Quorum.survivesWithout(operation, node, nodes.all(operation));
    }
    calls
        .post(operation, "/nodes/{}/update", NodeFacts.id(node))
        .query("version", Conflicts.index(node.version()))
        .body(after)
        .done();
    return reread(node.toBuilder().spec(after).build());
  }

  /** The write is done; that the node cannot be read just now does not undo it. */
  private Node reread(Node written) {
    try {
      return nodes.byId(operation, NodeFacts.id(written));
    } catch (SwarmStateException | SwarmUnavailableException | TransportException e) {
      return written;
    }
  }

  private Node awaitShown(Node updated, Poller poller) {
    Node[] last = {updated};
    return poller.until(
        operation,
        () -> {
          Optional<Node> shown = show(last[0]);
          shown.ifPresent(node -> last[0] = node);
          return shown.filter(this::isShown);
        },
        () -> whyNotShown(last[0]));
  }

  private Optional<Node> show(Node last) {
    try {
      return Optional.of(nodes.byId(operation, NodeFacts.id(last)));
    } catch (SwarmStateException e) {
      // Who demotes the very engine that is asked hears of it this way.
      if (e.state() == State.NOT_A_MANAGER
          && NodeRole.WORKER.equals(role)
          && nodes.selfId(operation).equals(NodeFacts.id(last))) {
        return Optional.of(last.toBuilder().managerStatus(null).build());
      }
      throw e;
    }
  }

  private boolean isShown(Node node) {
    boolean asManager =
        role == null
            || (NodeRole.MANAGER.equals(role)
                ? NodeFacts.isReachableManager(node)
                : node.managerStatus() == null);
    // A node that changes its role begins anew with its managers, and gets no tasks meanwhile.
    boolean settled = role == null || !wasReady || NodeFacts.isReady(node);
    return asManager
        && settled
        && (availability == null || availability.equals(NodeFacts.availability(node)));
  }

  private String whyNotShown(Node node) {
    String manager = NodeFacts.managerStatus(node);
    return NodeFacts.name(node)
        + " is "
        + NodeFacts.state(node)
        + ", "
        + NodeFacts.availability(node)
        + " and "
        + (manager.isEmpty() ? "no manager" : Objects.requireNonNull(manager) + " as a manager");
  }
}
