package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmFormation;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.internal.Mending;
import io.github.swarmclient.testkit.internal.Sweep;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docker01 to docker03 of a cluster, with a client of each, which are made one empty swarm. */
final class ThreeEngines implements AutoCloseable {
  /** Real managers that were stopped and demoted may hang; then a new swarm is formed sooner. */
  private static final Duration FORMED = ofSeconds(30);

  private static final String OF_TASKS = Wire.filters("{'label':['com.docker.swarm.task.id']}");

  final SwarmNode host1;
  final SwarmNode host2;
  final SwarmNode host3;

  /** Connected to docker01, and able to reach the containers on all three. */
  final SwarmClient m;

  final SwarmClient w2;
  final SwarmClient w3;

  private final SwarmCluster cluster;
  private final SwarmClient m1;

  ThreeEngines(SwarmCluster cluster) {
    this.cluster = cluster;
    host1 = cluster.node("docker01");
    host2 = cluster.node("docker02");
    host3 = cluster.node("docker03");
    m1 = host1.connect();
    w2 = host2.connect();
    w3 = host3.connect();
    m = m1.reaching(w2, w3);
  }

  /** Makes docker01 the manager of the others, all Active, and nothing else in the swarm. */
  void restore() {
    List.of(host1, host2, host3).forEach(SwarmNode::start);
    List<SwarmInfo> found = members();
    if (!isFormed(found) || !haveIngress()) {
      form();
      if (found.stream().filter(ThreeEngines::isManager).count() > 1) {
        restartLeader();
      }
      found = members();
    }
    Sweep.nodes(m, ids(found));
    removeServices();
    Sweep.objects(m);
    if (keepsTasksOfJobs()) {
      disband();
      form();
    }
  }

  /**
   * A leader that once lost the others runs each job twice, until it is restarted (moby issue
   * 53632).
   */
  private void restartLeader() {
    host1.restart();
    form();
  }

  /** Returns what each engine says of itself, docker01 first; managers learn of it late. */
  private List<SwarmInfo> members() {
    return Stream.of(m, w2, w3).map(host -> Objects.requireNonNull(host.info().swarm())).toList();
  }

  private static Set<String> ids(List<SwarmInfo> members) {
    return members.stream()
        .map(member -> Objects.requireNonNullElse(member.nodeId(), ""))
        .collect(Collectors.toSet());
  }

  private boolean isFormed(List<SwarmInfo> members) {
    if (!isMember(members.get(0), true)
        || !isMember(members.get(1), false)
        || !isMember(members.get(2), false)) {
      return false;
    }
    List<Node> nodes = m.nodes().list();
    return nodes.size() == 3
        && nodes.stream().allMatch(ThreeEngines::isReady)
        && nodes.stream().map(Sweep::id).collect(Collectors.toSet()).equals(ids(members))
        && nodes.stream().filter(node -> NodeRole.MANAGER.equals(role(node))).count() == 1;
  }

  private static boolean isMember(SwarmInfo swarm, boolean manager) {
    return LocalNodeState.ACTIVE.equals(swarm.localNodeState()) && isManager(swarm) == manager;
  }

  private static boolean isManager(SwarmInfo swarm) {
    return Boolean.TRUE.equals(swarm.controlAvailable());
  }

  private static boolean isReady(Node node) {
    return node.status() != null && NodeState.READY.equals(node.status().state());
  }

  private static NodeRole role(Node node) {
    return Objects.requireNonNull(Objects.requireNonNull(node.spec()).role());
  }

  /** Makes docker01 the manager of the others; what is right already stays. */
  void form() {
    boolean meshed =
        Mending.form(cluster.time(), () -> formation().form(), this::haveIngress, this::startAnew);
    assertThat(meshed).as("all engines have the ingress network").isTrue();
  }

  private void startAnew() {
    disband();
    List.of(host1, host2, host3).forEach(SwarmNode::restart);
  }

  private boolean haveIngress() {
    return Stream.of(m, w2, w3).allMatch(Mending::isMeshed);
  }

  private SwarmFormation formation() {
    return SwarmFormation.on(m).advertiseAddr(host1.address()).workers(w2, w3).within(FORMED);
  }

  /** Returns whether the engines are of a generation, such as 23, or of a later one. */
  boolean isAtLeast(int generation) {
    String version = Objects.requireNonNull(m.version().version());
    return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= generation;
  }

  /** Takes all three hosts out of any swarm. */
  void disband() {
    for (SwarmClient host : List.of(w3, w2, m)) {
      leave(host);
    }
  }

  /** Takes a host out of any swarm. */
  static void leave(SwarmClient host) {
    try {
      host.leave().force().execute();
    } catch (SwarmStateException e) {
      assertThat(e.state()).isEqualTo(SwarmStateException.State.NOT_IN_SWARM);
    }
  }

  static String idOf(SwarmClient host) {
    return Objects.requireNonNull(Objects.requireNonNull(host.info().swarm()).nodeId());
  }

  private void removeServices() {
    List<Service> services = m.services().list();
    for (Service service : services) {
      m.services().remove(Objects.requireNonNull(service.id())).execute();
    }
    Waits.until(cluster, "no task is left", () -> isWithoutTasks() || endTasks());
  }

  /** A task that never had a node is nobody's; engines take some seconds to forget it. */
  private boolean isWithoutTasks() {
    return m.tasks().list().stream()
        .allMatch(task -> task.nodeId() == null || isNeverForgotten(task));
  }

  /** Engines before 23 keep the tasks of removed jobs: only with their swarm do they go. */
  private boolean keepsTasksOfJobs() {
    return m.tasks().list().stream().anyMatch(this::isNeverForgotten);
  }

  private boolean isNeverForgotten(Task task) {
    TaskState state = Objects.requireNonNull(Objects.requireNonNull(task.status()).state());
    return task.jobIteration() != null && state.terminal() && !isAtLeast(23);
  }

  /**
   * Ends the containers of tasks, again and again, lest it is waited for each to end by itself.
   * Embedded engines cannot remove one, and need not: their time passes at once.
   *
   * @return false, for it is to be looked whether that was all
   */
  private boolean endTasks() {
    for (SwarmNode host : List.of(host1, host2, host3)) {
      try (Wire engine = Wire.to(host)) {
        for (JsonNode container : engine.get("/containers/json?all=1&" + OF_TASKS).json()) {
          engine.delete("/containers/" + container.path("Id").asText() + "?force=1&v=1");
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    m1.close();
    w2.close();
    w3.close();
  }
}
