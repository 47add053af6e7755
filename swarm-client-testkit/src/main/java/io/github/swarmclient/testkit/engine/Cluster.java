package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of one swarm, which all its managers share. */
final class Cluster {
  /** How long the managers take to see what was written and to act on it. */
  private static final Duration PASS = Duration.ofMillis(40);

  final World world;
  final SwarmState swarm;
  final Map<String, Node> nodes = new LinkedHashMap<>();
  final Map<String, Service> services = new LinkedHashMap<>();
  final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, Map<String, Task>> tasksByService = new HashMap<>();
  final Map<String, Blob> secrets = new LinkedHashMap<>();
  final Map<String, Blob> configs = new LinkedHashMap<>();
  final Map<String, ClusterVolume> volumes = new LinkedHashMap<>();
  final Networks networks;
  final Agent agent;
  private final Orchestrator orchestrator;
  private long index = 7;
  private String leaderId = "";
  private boolean passDue;

  Cluster(World world, ObjectNode spec) {
    this.world = world;
    this.swarm = new SwarmState(world, spec);
    this.networks = new Networks(this);
    this.agent = new Agent(this);
    this.orchestrator = new Orchestrator(this);
    touch(swarm);
  }

  Instant now() {
    return world.time().now();
  }

  /** Gives {@code object} the next version, and lets the managers look at what has changed. */
  void touch(Stored object) {
    object.version = ++index;
    object.updatedAt = now();
    wake();
  }

  /** Refuses to write an object that was changed since the version the client has read. */
  static void expectVersion(Stored object, long version) {
    if (object.version != version) {
      throw EngineError.outOfSequence();
    }
  }

  /** Lets the managers look at everything, soon. */
  void wake() {
    world.changed();
    if (!passDue) {
      passDue = true;
      world.time().after(PASS, this::pass);
    }
  }

  /** Lets the managers look at everything at a given time. */
  void wakeAt(Instant when) {
    world.time().at(when, this::wake);
  }

  private void pass() {
    passDue = false;
    // Managers that cannot agree change nothing.
    if (hasQuorum()) {
      orchestrator.pass();
    }
  }

  Node addNode(Host host, ObjectNode spec) {
    Node node = new Node(world.ids().swarmId(), now(), host, spec);
    nodes.put(node.id, node);
    touch(node);
    return node;
  }

  List<Node> managers() {
    return nodes.values().stream().filter(node -> node.manager).toList();
  }

  boolean hasQuorum() {
    return world.isPartitioned() ? quorumSide() != null : aliveManagers() * 2 > managers().size();
  }

  /** Returns whether the managers that can agree, if there are some, reach a host. */
  boolean sees(Host host) {
    if (!world.isPartitioned()) {
      return true;
    }
    Integer side = quorumSide();
    return side == null || side == host.switches().side();
  }

  /** Returns the side of a partition on which most of the managers are, or null. */
  private @Nullable Integer quorumSide() {
    List<Node> managers = managers();
    Map<Integer, Integer> sides = new HashMap<>();
    managers.stream()
        .filter(Node::up)
        .forEach(node -> sides.merge(node.host.switches().side(), 1, Integer::sum));
    return sides.entrySet().stream()
        .filter(side -> side.getValue() * 2 > managers.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  long aliveManagers() {
    return managers().stream().filter(Node::alive).count();
  }

  boolean isLeader(Node node) {
    return node.id.equals(leaderId);
  }

  /** Lets the managers choose another leader if theirs is gone. */
  void elect() {
    Node leader = nodes.get(leaderId);
    if (leader != null && leader.manager && leader.alive()) {
      return;
    }
    Node next =
        hasQuorum() ? managers().stream().filter(Node::alive).findFirst().orElse(null) : null;
    leaderId = next == null ? "" : next.id;
    if (next != null) {
      touch(next);
    }
    wake();
  }

  @Nullable Node nodeOf(Task task) {
    return nodes.get(task.nodeId);
  }

  /** Returns the tasks of a service, the oldest first. */
  List<Task> tasksOf(Service service) {
    return tasksOf(service.id);
  }

  List<Task> tasksOf(String serviceId) {
    return List.copyOf(tasksByService.getOrDefault(serviceId, Map.of()).values());
  }

  void add(Task task) {
    tasks.put(task.id, task);
    tasksByService.computeIfAbsent(task.serviceId, id -> new LinkedHashMap<>()).put(task.id, task);
    touch(task);
  }

  /** Writes down what became of a task. */
  void report(Task task, TaskState state, String message, String err) {
    task.state = state;
    task.message = message;
    task.err = err;
    task.timestamp = now();
    touch(task);
  }

  /** Says what a task is to come to. */
  void desire(Task task, TaskState desired) {
    orchestrator.desire(task, desired);
  }

  /** Forgets a task, and with it its container. */
  void forget(Task task) {
    tasks.remove(task.id);
    Map<String, Task> siblings = tasksByService.getOrDefault(task.serviceId, new HashMap<>());
    siblings.remove(task.id);
    if (siblings.isEmpty()) {
      tasksByService.remove(task.serviceId);
    }
    Container container = task.container;
    if (container != null) {
      container.host.containers().remove(container.id);
    }
    world.changed();
  }

  /** Tells all managers' listeners what has happened. */
  void emit(String type, String action, Stored object, Map<String, String> attributes) {
    ObjectNode event = Events.event(now(), type, action, object.id, "swarm");
    ObjectNode all = Json.child(Json.child(event, "Actor"), "Attributes");
    all.put("name", object.name());
    attributes.forEach(all::put);
    for (Node node : managers()) {
      if (node.alive()) {
        node.host.events().add(event);
      }
    }
    world.changed();
  }

  ObjectNode tlsInfo() {
    String root =
        Base64.getEncoder().encodeToString(swarm.fingerprint.getBytes(StandardCharsets.UTF_8));
    return Json.object()
        .put("TrustRoot", "-----BEGIN CERTIFICATE-----\n" + root + "\n-----END CERTIFICATE-----\n")
        .put("CertIssuerSubject", "MBMxETAPBgNVBAMTCHN3YXJtLWNh")
        .put("CertIssuerPublicKey", root);
  }
}
