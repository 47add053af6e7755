package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nodes of a swarm. */
final class NodeEndpoints {
  private static final Duration ROLE_CHANGE = Duration.ofMillis(600);

  private NodeEndpoints() {}

  static void register(Router router) {
    router.add("GET", "/nodes", NodeEndpoints::list);
    router.add("GET", "/nodes/*", NodeEndpoints::inspect);
    router.add("POST", "/nodes/*/update", NodeEndpoints::update);
    router.add("DELETE", "/nodes/*", NodeEndpoints::remove);
  }

  private static Reply list(Call call) {
    Cluster cluster = call.cluster();
    Filters filters =
        new Filters(call, Set.of("id", "label", "name", "role", "membership", "node.label"));
    words(filters, "role", "worker", "manager");
    words(filters, "membership", "accepted", "pending");
    ArrayNode array = Json.array();
    for (Node node : cluster.nodes.values()) {
      if (filters.fit(node)
          && filters.labels("label", node.host.settings().labels())
          && filters.labels("node.label", Json.stringMap(node.spec().path("Labels")))
          && filters.any("membership", node.membership::equalsIgnoreCase)
          && filters.any("role", node.role()::equalsIgnoreCase)) {
        array.add(node.json(cluster));
      }
    }
    return Reply.ok(array);
  }

  /** A word nobody knows is the client's mistake, and yet an internal error to the engine. */
  private static void words(Filters filters, String key, String one, String other) {
    for (String word : filters.get(key)) {
      if (!word.equalsIgnoreCase(one) && !word.equalsIgnoreCase(other)) {
        throw EngineError.of(500, "Invalid " + key + " filter: '" + word + "'");
      }
    }
  }

  private static Reply inspect(Call call) {
    Cluster cluster = call.cluster();
    return Reply.ok(Lookup.find(cluster.nodes, "node", call.arg(0)).json(cluster));
  }

  private static Reply update(Call call) {
    ObjectNode sent = call.json();
    long version = call.query().version("node");
    Cluster cluster = call.cluster();
    ObjectNode spec = spec(sent);
    Node node = Lookup.find(cluster.nodes, "node", call.arg(0));
    boolean demoted = node.role().equals("manager") && Json.string(spec, "Role").equals("worker");
    if (demoted) {
      checkDemotion(cluster, node);
    }
    Cluster.expectVersion(node, version);
    Map<String, String> changes = changes(node.spec(), spec);
    node.spec(spec);
    node.membership = "pending";
    cluster.touch(node);
    cluster.emit("node", "update", node, changes);
    cluster.world.time().after(ROLE_CHANGE, () -> followRole(cluster, node));
    return Reply.empty(200);
  }

  private static ObjectNode spec(ObjectNode sent) {
    String role = Json.string(sent, "Role");
    String availability = Json.string(sent, "Availability");
    if (!List.of("worker", "manager").contains(role)) {
      throw EngineError.invalid("invalid Role: \"" + role + "\"");
    }
    if (!List.of("", "active", "pause", "drain").contains(availability)) {
      throw EngineError.invalid("invalid Availability: \"" + availability + "\"");
    }
    ObjectNode spec = sent.deepCopy();
    if (Json.string(spec, "Name").isEmpty()) {
      spec.remove("Name");
    }
    Json.child(spec, "Labels");
    spec.put("Availability", availability.isEmpty() ? "active" : availability);
    return spec;
  }

  private static void checkDemotion(Cluster cluster, Node node) {
    long managers =
        cluster.nodes.values().stream().filter(each -> each.role().equals("manager")).count();
    if (managers == 1) {
      throw EngineError.refused("attempting to demote the last manager of the swarm");
    }
    long left = cluster.aliveManagers() - (node.alive() ? 1 : 0);
    if (left * 2 <= cluster.managers().size() - 1) {
      throw EngineError.refused(
          "can't remove member from the raft: this would result in a loss of quorum");
    }
  }

  private static Map<String, String> changes(ObjectNode before, ObjectNode after) {
    Map<String, String> changes = new LinkedHashMap<>();
    String old = Json.string(before, "Availability");
    String now = Json.string(after, "Availability");
    if (!old.equals(now)) {
      changes.put("availability.old", old);
      changes.put("availability.new", now);
    }
    return changes;
  }

  private static void followRole(Cluster cluster, Node node) {
    boolean manager = node.role().equals("manager");
    boolean reachable = manager ? node.alive() : true;
    if (node.manager != manager && reachable && cluster.nodes.containsKey(node.id)) {
      node.manager = manager;
      cluster.touch(node);
      String before = manager ? "worker" : "manager";
      cluster.emit("node", "update", node, Map.of("role.old", before, "role.new", node.role()));
      cluster.raft.look();
    }
  }

  private static Reply remove(Call call) {
    Cluster cluster = call.cluster();
    Node node = Lookup.find(cluster.nodes, "node", call.arg(0));
    if (node.manager) {
      throw EngineError.refused(
          "node "
              + node.id
              + " is a cluster manager and is a member of the raft cluster. It must be demoted to"
              + " worker before removal");
    }
    if (!call.query().lenient("force") && node.ready()) {
      throw EngineError.refused("node " + node.id + " is not down and can't be removed");
    }
    cluster.nodes.remove(node.id);
    for (Task task : cluster.tasks.values()) {
      if (task.nodeId.equals(node.id)) {
        cluster.report(
            task, TaskState.ORPHANED, "Task belonged to a node that has been deleted", "");
      }
    }
    cluster.emit("node", "remove", node, Map.of());
    cluster.wake();
    return Reply.empty(200);
  }
}
