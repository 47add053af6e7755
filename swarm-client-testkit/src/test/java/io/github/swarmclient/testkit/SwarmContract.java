package io.github.swarmclient.testkit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.FormationException;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.SwarmFormation;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.SwarmUnavailableException;
import io.github.swarmclient.WaitException;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What embedded and real engines have to do alike. Every test finds a swarm of the manager docker01
 * and the workers docker02 and docker03, all Active, without a service, and may leave anything.
 */
@Execution(ExecutionMode.SAME_THREAD)
abstract class SwarmContract {
  /** The images that the engines have. */
  static final String[] IMAGES = {"nginx:1.13", "alpine:latest", "redis:3.0.6", "redis:3.0.7"};

  private static final Duration SOON = ofSeconds(60);

  /** Real managers that were stopped and demoted may hang; then a new swarm is formed sooner. */
  private static final Duration FORMED = ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(100);

  SwarmCluster cluster;
  SwarmNode host1;
  SwarmNode host2;
  SwarmNode host3;

  /** Connected to docker01, and able to reach the containers on all three. */
  SwarmClient m;

  SwarmClient w2;
  SwarmClient w3;
  private SwarmClient m1;

  /** Returns the three engines, in any state. */
  abstract SwarmCluster engines();

  @BeforeEach
  void formSwarm() {
    cluster = engines();
    host1 = cluster.node("docker01");
    host2 = cluster.node("docker02");
    host3 = cluster.node("docker03");
    m1 = host1.connect();
    w2 = host2.connect();
    w3 = host3.connect();
    m = m1.reaching(w2, w3);
    cluster.nodes().forEach(SwarmNode::start);
    form();
    for (Service service : m.services().list()) {
      m.services().remove(Objects.requireNonNull(service.id())).awaitGone();
    }
  }

  @AfterEach
  void closeClients() {
    m1.close();
    w2.close();
    w3.close();
  }

  /** Makes the swarm what it is at the beginning of each test. */
  final void form() {
    try {
      formation().form();
    } catch (FormationException
        | SwarmStateException
        | SwarmUnavailableException
        | WaitException broken) {
      disband();
      formation().form();
    }
    Set<String> members = Set.of(idOf(m), idOf(w2), idOf(w3));
    for (Node node : m.nodes().list()) {
      if (members.contains(id(node))) {
        m.nodes().update(id(node)).availability(NodeAvailability.ACTIVE).await();
      } else {
        m.nodes().remove(id(node)).force().execute();
      }
    }
  }

  private SwarmFormation formation() {
    return SwarmFormation.on(m).advertiseAddr(host1.address()).workers(w2, w3).within(FORMED);
  }

  /** Takes all three hosts out of any swarm. */
  final void disband() {
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

  /** Returns the worker's join token. */
  final String workerToken() {
    return Objects.requireNonNull(m.joinTokens().worker());
  }

  /** Returns the address at which others join. */
  final String managerAddress() {
    return host1.address() + ":2377";
  }

  /** Begins a web server that is watched for only a second after each change. */
  final ServiceCreate web(String name) {
    return brisk(m.services().create(name).image("nginx:1.13"));
  }

  /** Begins something that does nothing, and is stopped within a second. */
  final ServiceCreate sleeper(String name) {
    return brisk(m.services().create(name).image("alpine").args("sleep", "3600"))
        .stopGracePeriod(ofSeconds(1));
  }

  static ServiceCreate brisk(ServiceCreate service) {
    return service
        .updateConfig(u -> u.monitor(ofSeconds(1)))
        .rollbackConfig(u -> u.monitor(ofSeconds(1)))
        .restartPolicy(r -> r.delay(ofSeconds(1)));
  }

  final List<ServiceTask> running(String service) {
    return m.services().tasks(service).running();
  }

  final Set<String> runningIds(String service) {
    return running(service).stream().map(ServiceTask::id).collect(Collectors.toSet());
  }

  /** Returns the IDs of the tasks of a service that run on a host. */
  final Set<String> runningOn(String service, SwarmNode host) {
    return running(service).stream()
        .filter(task -> task.node().equals(host.hostname()))
        .map(ServiceTask::id)
        .collect(Collectors.toSet());
  }

  final SwarmNode hostOf(ServiceTask task) {
    return cluster.node(task.node());
  }

  final @Nullable NodeState stateOf(String idOrHostname) {
    return Objects.requireNonNull(m.nodes().inspect(idOrHostname).status()).state();
  }

  static String idOf(SwarmClient host) {
    return Objects.requireNonNull(Objects.requireNonNull(host.info().swarm()).nodeId());
  }

  static String id(Node node) {
    return Objects.requireNonNull(node.id());
  }

  static String hostname(Node node) {
    return Objects.requireNonNull(Objects.requireNonNull(node.description()).hostname());
  }

  /** Waits for what no wait of the library is for. */
  final void until(String what, BooleanSupplier so) {
    Instant deadline = cluster.time().now().plus(SOON);
    while (!so.getAsBoolean()) {
      assertThat(cluster.time().now()).as("the time by which " + what).isBefore(deadline);
      pause(PAUSE);
    }
  }

  final void pause(Duration duration) {
    try {
      cluster.time().sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Returns whether anything answers at a port of a host. */
  static boolean answers(SwarmNode host, int port) {
    try {
      return !host.fetch(port, "/").isEmpty();
    } catch (IOException nothing) {
      return false;
    }
  }

  /** Returns the refusal of a step, which has to be of the given type and to say what failed. */
  static <E extends SwarmException> E refusal(Class<E> type, Runnable step) {
    E refusal = catchThrowableOfType(type, step::run);
    assertThat(refusal).as("refusal of type " + type.getSimpleName()).isNotNull();
    assertThat(refusal).hasMessageStartingWith(refusal.operation()).hasMessageContaining("failed");
    return refusal;
  }

  /** Returns the refusal of a step by the state that an engine is in. */
  static SwarmStateException refusal(SwarmStateException.State state, Runnable step) {
    SwarmStateException refusal = refusal(SwarmStateException.class, step);
    assertThat(refusal.state()).as(refusal.getMessage()).isEqualTo(state);
    return refusal;
  }
}
