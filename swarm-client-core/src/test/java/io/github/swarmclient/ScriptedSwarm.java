package io.github.swarmclient;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.ScriptedEngine.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Scripted engines that know of each other: one swarm, its nodes and who joins it. */
final class ScriptedSwarm {
  static final String WORKER_TOKEN = "SWMTKN-1-" + "w".repeat(50) + "-" + "w".repeat(25);
  static final String MANAGER_TOKEN = "SWMTKN-1-" + "m".repeat(50) + "-" + "m".repeat(25);

  private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private int index = 10;

  /** A host, and what its engine says of its part in a swarm. */
  static final class Host {
    final String name;
    final ScriptedEngine engine;
    String state = "inactive";
    String nodeId = "";
    String error = "";

    Host(String name) {
      this.name = name;
      this.engine = new ScriptedEngine("tcp://" + name + ":2375");
    }
  }

  /** Returns the engine of a host, which is in no swarm at first. */
  ScriptedEngine engine(String name) {
    return host(name).engine;
  }

  Host host(String name) {
    return hosts.computeIfAbsent(
        name,
        any -> {
          Host host = new Host(name);
          host.engine
              .on("GET /info", request -> info(host))
              .on("POST /swarm/init", request -> init(host))
              .on("POST /swarm/join", request -> join(host, request))
              .on("GET /swarm", request -> swarm(host))
              .on("GET /nodes", request -> list(host));
          return host;
        });
  }

  /** Makes a host a node of the swarm. */
  ObjectNode add(String name, String role) {
    Host host = host(name);
    host.state = "active";
    host.nodeId = "id" + name;
    return node(host.nodeId, name, role);
  }

  /** Adds a node that no engine stands behind. */
  ObjectNode node(String id, String hostname, String role) {
    ObjectNode node = ScriptedEngine.JSON.createObjectNode().put("ID", id);
    node.putObject("Version").put("Index", index++);
    node.putObject("Spec")
        .put("Role", role)
        .put("Availability", "active")
        .put("FutureSpec", 7)
        .putObject("Labels");
    node.putObject("Description")
        .put("Hostname", hostname)
        .putObject("Engine")
        .put("EngineVersion", "29.0.1");
    node.putObject("Status").put("State", "ready").put("Addr", "10.0.0.1");
    node.put("FutureNode", true);
    if (role.equals("manager")) {
      ObjectNode status = node.putObject("ManagerStatus");
      if (nodes.isEmpty()) {
        status.put("Leader", true);
      }
      status.put("Reachability", "reachable").put("Addr", "10.0.0.1:2377");
    }
    nodes.put(id, node);
    hosts.values().forEach(host -> scriptNode(host, id, hostname));
    return node;
  }

  ObjectNode get(String id) {
    return Objects.requireNonNull(nodes.get(id));
  }

  void set(String id, String parent, String member, String value) {
    get(id).withObject("/" + parent).put(member, value);
    touch(id);
  }

  void touch(String id) {
    ((ObjectNode) get(id).get("Version")).put("Index", index++);
  }

  private void scriptNode(Host host, String id, String hostname) {
    for (String name : new String[] {id, hostname}) {
      host.engine
          .on("GET /nodes/" + name, request -> whenManager(host, () -> found(name)))
          .on("POST /nodes/" + name + "/update", request -> update(id, request))
          .on("DELETE /nodes/" + name, request -> remove(id, request));
    }
  }

  private synchronized Answer found(String name) {
    ObjectNode byId = nodes.get(name);
    if (byId != null) {
      return Answer.json(byId.toString());
    }
    ObjectNode found = null;
    int count = 0;
    for (ObjectNode node : nodes.values()) {
      if (node.at("/Description/Hostname").asText().equals(name)) {
        found = node;
        count++;
      }
    }
    return found == null
        ? Answer.refusal(404, "node " + name + " not found")
        : count > 1
            ? Answer.refusal(400, "node " + name + " is ambiguous (" + count + " matches found)")
            : Answer.json(found.toString());
  }

  private interface Answering {
    Answer answer();
  }

  private Answer whenManager(Host host, Answering answering) {
    @Nullable ObjectNode node = nodes.get(host.nodeId);
    if (host.state.equals("inactive")) {
      return Answer.refusal(
          503,
          "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\"");
    }
    return node == null || !node.has("ManagerStatus")
        ? Answer.refusal(
            503, "This node is not a swarm manager. Worker nodes can't be used to view")
        : answering.answer();
  }

  private Answer info(Host host) {
    ObjectNode info =
        ScriptedEngine.JSON
            .createObjectNode()
            .put("ID", "engine-" + host.name)
            .put("Name", host.name)
            .put("ServerVersion", "29.0.1")
            .put("OSType", "linux")
            .put("Architecture", "x86_64")
            .put("SystemTime", FakeTime.START.toString());
    ObjectNode swarm = info.putObject("Swarm");
    swarm.put("NodeID", host.nodeId).put("LocalNodeState", host.state).put("Error", host.error);
    @Nullable ObjectNode node = nodes.get(host.nodeId);
    boolean manager = node != null && node.has("ManagerStatus");
    swarm.put("NodeAddr", host.state.equals("active") ? host.name : "");
    swarm.put("ControlAvailable", host.state.equals("active") && manager);
    if (manager) {
      swarm.putObject("Cluster").put("ID", "cluster1").put("DataPathPort", 4790);
    }
    return Answer.json(info.toString());
  }

  private Answer init(Host host) {
    if (!host.state.equals("inactive")) {
      return Answer.refusal(503, "This node is already part of a swarm.");
    }
    add(host.name, "manager");
    return Answer.json("\"" + host.nodeId + "\"");
  }

  private Answer join(Host host, Request request) {
    if (!host.state.equals("inactive")) {
      return Answer.refusal(503, "This node is already part of a swarm.");
    }
    String token = request.json().path("JoinToken").asText();
    add(host.name, token.equals(MANAGER_TOKEN) ? "manager" : "worker");
    return Answer.json("");
  }

  private Answer swarm(Host host) {
    return whenManager(
        host,
        () ->
            Answer.json(
                "{\"ID\":\"cluster1\",\"Version\":{\"Index\":1},\"Spec\":{},\"JoinTokens\":"
                    + "{\"Worker\":\""
                    + WORKER_TOKEN
                    + "\",\"Manager\":\""
                    + MANAGER_TOKEN
                    + "\"}}"));
  }

  private Answer list(Host host) {
    return whenManager(
        host,
        () -> {
          ArrayNode list = ScriptedEngine.JSON.createArrayNode();
          nodes.values().forEach(list::add);
          return Answer.json(list.toString());
        });
  }

  private synchronized Answer update(String id, Request request) {
    ObjectNode node = get(id);
    if (!request.query().equals("version=" + node.at("/Version/Index").asText())) {
      return Answer.refusal(500, "rpc error: code = Unknown desc = update out of sequence");
    }
    node.set("Spec", request.json());
    touch(id);
    if (request.json().path("Role").asText().equals("worker")) {
      node.remove("ManagerStatus");
    } else if (!node.has("ManagerStatus")) {
      node.putObject("ManagerStatus").put("Reachability", "reachable");
    }
    return Answer.json("");
  }

  private synchronized Answer remove(String id, Request request) {
    ObjectNode node = get(id);
    if (node.has("ManagerStatus")) {
      return Answer.refusal(
          400,
          "rpc error: code = FailedPrecondition desc = node "
              + id
              + " is a cluster manager and is a member of the raft cluster. It must be demoted to"
              + " worker before removal");
    }
    if (node.at("/Status/State").asText().equals("ready") && !request.query().equals("force=1")) {
      return Answer.refusal(
          400,
          "rpc error: code = FailedPrecondition desc = node "
              + id
              + " is not down and can't be removed");
    }
    nodes.remove(id);
    return Answer.json("");
  }
}
