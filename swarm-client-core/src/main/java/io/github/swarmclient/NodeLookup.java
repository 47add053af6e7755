package io.github.swarmclient;

import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SystemInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Finds a node by what a person calls it. Engines look a name up as an ID, as a host name and as
 * the beginning of an ID, and give up where several nodes have one host name, as after a host has
 * left and joined again.
 */
final class NodeLookup {
  /** What the command line calls the node that is asked. */
  static final String SELF = "self";

  private final ApiCalls calls;

  NodeLookup(ApiCalls calls) {
    this.calls = calls;
  }

  List<Node> all(String operation) {
    return calls.get(operation, "/nodes").readList(Node.class);
  }

  Node byId(String operation, String id) {
    return calls.get(operation, "/nodes/{}", id).read(Node.class);
  }

  /** Returns the ID of the node that the engine is, or an empty text if it is none. */
  String selfId(String operation) {
    SwarmInfo swarm = calls.get(operation, "/info").read(SystemInfo.class).swarm();
    return swarm == null ? "" : Objects.requireNonNullElse(swarm.nodeId(), "");
  }

  /** Returns the node; of several with the name the only one that is not down. */
  Node find(String operation, String idOrHostname) {
    return find(operation, idOrHostname, false);
  }

  /** Returns the node, and does not choose among several. */
  Node findOnly(String operation, String idOrHostname) {
    return find(operation, idOrHostname, true);
  }

  private Node find(String operation, String idOrHostname, boolean strict) {
    try {
      return byId(operation, idOrHostname.equals(SELF) ? self(operation) : idOrHostname);
    } catch (NotFoundException e) {
      return amongAll(operation, idOrHostname, strict, e);
    } catch (InvalidRequestException e) {
      if (!e.engineMessage().contains("ambiguous")) {
        throw e;
      }
      return amongAll(operation, idOrHostname, strict, e);
    }
  }

  /** Returns what to ask for instead of {@code self}. */
  String self(String operation) {
    String id = selfId(operation);
    // An engine in no swarm says so itself when it is asked for any node.
    return id.isEmpty() ? SELF : id;
  }

  private Node amongAll(String operation, String name, boolean strict, EngineException refusal) {
    List<Node> all = all(operation);
    List<Node> named =
        all.stream().filter(node -> NodeFacts.hostname(node).equalsIgnoreCase(name)).toList();
    List<Node> up = named.stream().filter(node -> !NodeFacts.isDown(node)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (up.size() == 1 && !strict) {
      return up.get(0);
    }
    if (refusal instanceof NotFoundException) {
      throw new NotFoundException(
          answer(operation, 404, refusal.engineMessage()), "the swarm has " + names(all));
    }
    throw new InvalidRequestException(
        answer(operation, 400, refusal.engineMessage()),
        (named.isEmpty() ? "" : "it may be " + described(named) + "; ") + "name it by its ID");
  }

  private EngineAnswer answer(String operation, int status, String message) {
    return new EngineAnswer(operation, calls.names(), false, status, "", message);
  }

  private static String names(List<Node> nodes) {
    return nodes.stream().map(NodeFacts::name).collect(Collectors.joining(", "));
  }

  private static String described(List<Node> nodes) {
    return nodes.stream()
        .map(node -> NodeFacts.id(node) + " (" + NodeFacts.state(node) + ")")
        .collect(Collectors.joining(" or "));
  }
}
