package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
  final Raft raft;
  private @Nullable Orchestrator orchestrator;
  private long index = 7;
  private boolean passDue;

  Cluster(World world, @Nullable ObjectNode spec, @Nullable ObjectNode pools) {
    this.world = world;
    this.swarm = new SwarmState(world, spec, pools);
    this.networks = new Networks(this);
    this.agent = new Agent(this);
    this.raft = new Raft(this);
    touch(swarm);
  }

  Instant now() {
    return world.time().now();
  }

  /** Gives {@code object} the next version, and lets the managers look at what has changed. */
  void touch(Stored object) {
    write(object);
    wake();
  }

  private void write(Stored object) {
    object.version = ++index;
    object.updatedAt = now();
    world.changed();
  }

  /** Returns the version of what was written last. */
  long index() {
    return index;
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
    if (raft.decides() && !(services.isEmpty() && tasks.isEmpty())) {
      orchestrator().pass();
    }
  }

  /** It is made when there is something to do, as a start is over before that. */
  private Orchestrator orchestrator() {
    if (orchestrator == null) {
      orchestrator = new Orchestrator(this);
    }
    return orchestrator;
  }

  Node addNode(Host host, String role, String availability) {
    Node node = new Node(world.ids().swarmId(), now(), host, role, availability);
    nodes.put(node.id, node);
    touch(node);
    return node;
  }

  List<Node> managers() {
    List<Node> managers = new ArrayList<>();
    for (Node node : nodes.values()) {
      if (node.manager) {
        managers.add(node);
      }
    }
    return managers;
  }

  /** Returns whether the managers that can agree, if there are some, reach a host. */
  boolean sees(Host host) {
    if (!world.isPartitioned()) {
      return true;
    }
    Integer side = quorumSide();
    return side == null || side == host.switches().side();
  }

  private @Nullable Integer quorumSide() {
    List<Node> majority = majority();
    return majority.isEmpty() ? null : majority.get(0).host.switches().side();
  }

  /** Returns the managers that reach each other and are more than half of all, or none. */
  List<Node> majority() {
    List<Node> managers = managers();
    for (Node one : managers) {
      List<Node> side = new ArrayList<>();
      for (Node other : managers) {
        if (other.up() && other.host.switches().side() == one.host.switches().side()) {
          side.add(other);
        }
      }
      if (side.size() * 2 > managers.size()) {
        return side;
      }
    }
    return List.of();
  }

  /** Returns whether tasks go with their job; managers before 23 leave them alone, for ever. */
  boolean removesJobs() {
    return managers().stream().allMatch(manager -> manager.host.engineAtLeast(23));
  }

  long aliveManagers() {
    long alive = 0;
    for (Node manager : managers()) {
      alive += manager.alive() ? 1 : 0;
    }
    return alive;
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
    noteFailure(task);
    write(task);
    // What its node does on the way calls for nothing by the managers.
    if (!state.after(TaskState.PENDING) || state.after(TaskState.STARTING)) {
      wake();
    }
  }

  private void noteFailure(Task task) {
    boolean failed = task.state == TaskState.FAILED || task.state == TaskState.REJECTED;
    Node node = failed && !task.desired.after(TaskState.RUNNING) ? nodeOf(task) : null;
    if (node != null) {
      node.failures.add(task, now());
    }
  }

  /** Says what a task is to come to. */
  void desire(Task task, TaskState desired) {
    orchestrator().desire(task, desired);
  }

  /** Returns whether a task was made from a spec that its service no longer has. */
  boolean isDirty(Service service, Task task) {
    return orchestrator().dirty(service, task);
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
      if (container.host.containers().remove(container.id) != null && container.host.runs()) {
        container.emit("destroy");
      }
    }
    world.changed();
  }

  /** Tells all managers' listeners what has happened. */
  void emit(String type, String action, Stored object, Map<String, String> attributes) {
    Told event = new Told(now(), type, action, object.id, object.name(), attributes);
    for (Node node : managers()) {
      if (node.alive()) {
        node.host.events().add(event);
      }
    }
    world.changed();
  }

  /** An event of the swarm, not put into words yet. */
  private record Told(
      Instant at,
      String type,
      String action,
      String id,
      String name,
      Map<String, String> attributes)
      implements Supplier<ObjectNode> {
    @Override
    public ObjectNode get() {
      ObjectNode event = Events.event(at, type, action, id, "swarm");
      ObjectNode all = Json.child(Json.child(event, "Actor"), "Attributes");
      all.put("name", name);
      attributes.forEach(all::put);
      return event;
    }
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
