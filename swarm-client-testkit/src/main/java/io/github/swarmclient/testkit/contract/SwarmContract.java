package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.ObjectVersion;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.internal.Polling;
import io.github.swarmclient.testkit.internal.Sweep;
import io.github.swarmclient.testkit.internal.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What embedded and real engines have to do alike. Every test finds a swarm of the manager docker01
 * and the workers docker02 and docker03, all Active, without a service, and may leave anything.
 */
@ExtendWith(ContractOfTest.class)
@SuppressWarnings("NullAway.Init") // before each test
abstract class SwarmContract {
  /** A label that no node has, so that no task of the service ever runs. */
  static final String NOWHERE = "node.labels.none==yes";

  /** The contract that these tests are part of. */
  EngineContract contract;

  SwarmCluster cluster;
  SwarmNode host1;
  SwarmNode host2;
  SwarmNode host3;

  /** Connected to docker01, and able to reach the containers on all three. */
  SwarmClient m;

  SwarmClient w2;
  SwarmClient w3;

  /** Speaks to docker01 without the library. */
  Wire wire;

  private ThreeEngines engines;

  @BeforeEach
  void formSwarm(EngineContract contract) {
    this.contract = contract;
    cluster = contract.cluster();
    engines = new ThreeEngines(cluster);
    host1 = engines.host1;
    host2 = engines.host2;
    host3 = engines.host3;
    m = engines.m;
    w2 = engines.w2;
    w3 = engines.w3;
    wire = Wire.to(host1);
    engines.restore();
  }

  @AfterEach
  void closeClients() {
    wire.close();
    engines.close();
  }

  /** Makes the swarm what it is at the beginning of each test. */
  final void form() {
    engines.restore();
  }

  /** Takes all three hosts out of any swarm. */
  final void disband() {
    engines.disband();
  }

  /** Takes a host out of any swarm. */
  static void leave(SwarmClient host) {
    ThreeEngines.leave(host);
  }

  /** Returns whether the engines are of a generation, such as 23, or of a later one. */
  final boolean atLeast(int generation) {
    return engines.isAtLeast(generation);
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
    return ThreeEngines.idOf(host);
  }

  static long version(@Nullable ObjectVersion version) {
    return Objects.requireNonNull(Objects.requireNonNull(version).index());
  }

  /** Returns a query for one value of one filter. */
  static String filter(String key, String value) {
    return Wire.filters("{'" + key + "':['" + value + "']}");
  }

  static String id(Node node) {
    return Sweep.id(node);
  }

  static String hostname(Node node) {
    return Objects.requireNonNull(Objects.requireNonNull(node.description()).hostname());
  }

  /** Waits for what no wait of the library is for. */
  final void until(String what, BooleanSupplier so) {
    Waits.until(cluster, what, so);
  }

  final void pause(Duration duration) {
    Polling.pause(cluster.time(), duration);
  }

  /** Returns whether anything answers at a port of a host. */
  static boolean answers(SwarmNode host, int port) {
    try {
      return !host.fetch(port, "/").isEmpty();
    } catch (IOException nothing) {
      return false;
    }
  }

  /** Returns whether a host answers as a manager. */
  static boolean answers(SwarmClient host) {
    try {
      host.services().list();
      return true;
    } catch (SwarmException e) {
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
