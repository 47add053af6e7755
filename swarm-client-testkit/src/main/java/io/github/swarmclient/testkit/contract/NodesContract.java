package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.Drained;
import io.github.swarmclient.NodeList;
import io.github.swarmclient.QuorumException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.Reachability;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.testkit.SwarmNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows 8 to 15 of the walkthrough: the nodes of a swarm come, change, fail and go. */
abstract class NodesContract extends SwarmContract {
  /** How long reads may take that a lost leader holds up; an election takes engines 15 s. */
  private static final Duration LEADERLESS = Duration.ofSeconds(45);

  @Test
  void row08TheListShowsEveryNode() {
    m.nodes().drain("docker02").await();
    m.nodes().pause("docker03").await();
    NodeList nodes = m.nodes().list();
    assertThat(nodes)
        .extracting(SwarmContract::hostname)
        .containsExactlyInAnyOrder("docker01", "docker02", "docker03");
    assertThat(nodes.self()).map(SwarmContract::id).contains(idOf(m));
    assertThat(nodes)
        .extracting(node -> Objects.requireNonNull(node.status()).state())
        .containsOnly(NodeState.READY);
    assertThat(availability("docker01")).isEqualTo(NodeAvailability.ACTIVE);
    assertThat(availability("docker02")).isEqualTo(NodeAvailability.DRAIN);
    assertThat(availability("docker03")).isEqualTo(NodeAvailability.PAUSE);
    Node leader = nodes.named("docker01").orElseThrow();
    assertThat(Objects.requireNonNull(leader.managerStatus()).leader()).isTrue();
    assertThat(reachability(leader)).isEqualTo(Reachability.REACHABLE);
    assertThat(nodes.named("docker02").orElseThrow().managerStatus()).isNull();
    String version = Objects.requireNonNull(m.info().serverVersion());
    String shown = Pattern.quote(version);
    assertThat(nodes)
        .extracting(n -> Objects.requireNonNull(n.description()).engine())
        .extracting(engine -> Objects.requireNonNull(engine).engineVersion())
        .containsOnly(version);
    assertThat(nodes.pretty().lines())
        .anyMatch(line -> line.matches(id(leader) + " \\* +docker01 +Ready +Active +Leader +.*"))
        .anyMatch(line -> line.matches("\\S+ +docker02 +Ready +Drain +" + shown + ".*"))
        .anyMatch(line -> line.matches("\\S+ +docker03 +Ready +Pause +" + shown + ".*"));
  }

  private @Nullable NodeAvailability availability(String node) {
    return Objects.requireNonNull(m.nodes().inspect(node).spec()).availability();
  }

  private static @Nullable Reachability reachability(Node node) {
    return node.managerStatus() == null ? null : node.managerStatus().reachability();
  }

  @Test
  void row09AWorkerThatLeftIsDown() {
    String id = idOf(w3);
    w3.leave().execute();
    assertThat(Objects.requireNonNull(w3.info().swarm()).localNodeState())
        .isEqualTo(LocalNodeState.INACTIVE);
    until("docker03 is down", () -> NodeState.DOWN.equals(stateOf(id)));
    refusal(State.NOT_IN_SWARM, () -> w3.leave().execute());
  }

  @Test
  void row10OnlyANodeThatIsDownIsRemovedWithoutForce() {
    String id = idOf(w3);
    RefusedException refusal =
        refusal(RefusedException.class, () -> m.nodes().remove("docker03").execute());
    assertThat(refusal.engineMessage()).contains("is not down");
    assertThat(refusal).hasMessageContaining("force()");
    assertThat(stateOf(id)).isEqualTo(NodeState.READY);

    w3.leave().execute();
    until("docker03 is down", () -> NodeState.DOWN.equals(stateOf(id)));
    m.nodes().remove("docker03").execute();
    assertThat(m.nodes().list()).hasSize(2);
  }

  @Test
  void row10ANodeRemovedByForceHasToLeaveBeforeItJoins() {
    m.nodes().remove("docker02").force().execute();
    assertThat(m.nodes().list().named("docker02")).isEmpty();
    SwarmStateException member =
        refusal(
            State.ALREADY_IN_SWARM, () -> w2.join(managerAddress()).token(workerToken()).execute());
    assertThat(member).hasMessageContaining("leave() it first");
    w2.leave().force().execute();
    String id = w2.join(managerAddress()).token(workerToken()).execute();
    until("docker02 is ready", () -> NodeState.READY.equals(stateOf(id)));
  }

  @Test
  void row11WhoJoinsAgainIsANewNodeAndTheOldOneStaysUntilPruned() {
    String first = idOf(w2);
    w2.leave().execute();
    until("docker02 is down", () -> NodeState.DOWN.equals(stateOf(first)));
    String second = w2.join(managerAddress()).token(workerToken()).execute();
    assertThat(second).isNotEqualTo(first);
    until("docker02 is ready", () -> NodeState.READY.equals(stateOf(second)));
    assertThat(stateOf(first)).isEqualTo(NodeState.DOWN);
    assertThat(id(m.nodes().inspect("docker02"))).isEqualTo(second);
    assertThat(m.nodes().prune()).extracting(SwarmContract::id).containsExactly(first);
    assertThat(m.nodes().list())
        .extracting(SwarmContract::id)
        .containsExactlyInAnyOrder(idOf(m), second, idOf(w3));
  }

  @Test
  void row12TheLastManagerLeavesOnlyByForceAndTakesTheSwarmWithIt() {
    String id = idOf(m);
    web("doomed").replicas(1).execute();
    assertThat(refusal(State.NEEDED_AS_MANAGER, () -> m.leave().execute()))
        .hasMessageContaining("force()");
    RefusedException removal =
        refusal(RefusedException.class, () -> m.nodes().remove("docker01").force().execute());
    assertThat(removal.engineMessage()).contains("manager");
    refusal(QuorumException.class, () -> m.nodes().remove("docker01").execute());
    assertThat(idOf(m)).isEqualTo(id);
    assertThat(m.services().list()).hasSize(1);

    m.leave().force().execute();
    refusal(State.NOT_IN_SWARM, () -> m.services().list());
    refusal(State.NOT_IN_SWARM, () -> m.nodes().list());
    form();
    assertThat(m.services().list()).isEmpty();
  }

  @Test
  void row13TheTasksOfADrainedNodeRunElsewhereAndDoNotComeBack() {
    web("moving").replicas(3).await();
    Set<String> there = runningOn("moving", host2);
    assertThat(there).isNotEmpty();
    Drained drained = m.nodes().drain("docker02").awaitDrained();
    assertThat(drained.stopped()).extracting(Task::id).containsExactlyInAnyOrderElementsOf(there);
    for (Task stopped : drained.stopped()) {
      Task replacement = drained.replacementOf(stopped).orElseThrow();
      assertThat(replacement.nodeId()).isNotEqualTo(stopped.nodeId());
      assertThat(runningIds("moving")).contains(Objects.requireNonNull(replacement.id()));
    }
    assertThat(runningOn("moving", host2)).isEmpty();
    assertThat(running("moving")).hasSize(3);

    Set<String> before = runningIds("moving");
    m.nodes().activate("docker02").await();
    pause(Duration.ofSeconds(1));
    assertThat(runningIds("moving")).isEqualTo(before);
  }

  @Test
  void row13APausedNodeKeepsItsTasksAndGetsNoNewOnes() {
    web("staying").replicas(3).await();
    Set<String> before = runningOn("staying", host3);
    assertThat(before).hasSize(1);
    m.nodes().pause("docker03").await();
    m.services().scale("staying", 6).await();
    assertThat(runningOn("staying", host3)).isEqualTo(before);
    assertThat(running("staying")).hasSize(6);
  }

  @Test
  void row14APromotedWorkerIsAReachableManagerAndADemotedOneIsNone() {
    Node promoted = m.nodes().promote("docker02").await();
    assertThat(reachability(promoted)).isEqualTo(Reachability.REACHABLE);
    until("docker02 answers as a manager", () -> isManager(w2));
    assertThat(w2.nodes().list()).hasSize(3);
    Node demoted = m.nodes().demote(idOf(w2)).await();
    assertThat(demoted.managerStatus()).isNull();
    assertThat(Objects.requireNonNull(demoted.spec()).role()).isEqualTo(NodeRole.WORKER);
    // While it stops to be one, it may say that there is no leader.
    until("docker02 calls itself a worker", () -> !isManager(w2) && !isControl(w2));
    refusal(State.NOT_A_MANAGER, () -> w2.nodes().list());
  }

  private static boolean isManager(SwarmClient host) {
    try {
      host.nodes().list();
      return true;
    } catch (SwarmException e) {
      return false;
    }
  }

  private static boolean isControl(SwarmClient host) {
    return Boolean.TRUE.equals(Objects.requireNonNull(host.info().swarm()).controlAvailable());
  }

  @Test
  void row14ADemotionThatLosesTheQuorumIsNotSent() {
    QuorumException last =
        refusal(QuorumException.class, () -> m.nodes().demote("docker01").execute());
    assertThat(last.managersAfter()).isZero();
    assertThat(last).hasMessageContaining("docker01");
    refusal(RefusedException.class, () -> m.nodes().demote("docker01").force().execute());

    m.nodes().promote("docker02").await();
    m.nodes().promote("docker03").await();
    host3.stop();
    until(
        "docker03 is unreachable",
        () -> Reachability.UNREACHABLE.equals(reachability(m.nodes().inspect("docker03"))));
    QuorumException half =
        refusal(QuorumException.class, () -> m.nodes().demote("docker02").execute());
    assertThat(half.managersAfter()).isEqualTo(2);
    assertThat(half.reachableAfter()).isEqualTo(1);
    assertThat(reachability(m.nodes().inspect("docker02"))).isEqualTo(Reachability.REACHABLE);
    host3.start();
    until(
        "docker03 is reachable",
        () -> Reachability.REACHABLE.equals(reachability(m.nodes().inspect("docker03"))));
  }

  @Test
  void row15AClientOfAllManagersOutlivesTheLeader() {
    m.nodes().promote("docker02").await();
    m.nodes().promote("docker03").await();
    web("counted").replicas(1).await();
    try (SwarmClient all = clientOfAll()) {
      assertThat(all.services().list()).hasSize(1);
      host1.kill();
      Instant begin = cluster.time().now();
      assertThat(all.nodes().list()).hasSize(3);
      assertThat(all.services().list()).hasSize(1);
      assertThat(Duration.between(begin, cluster.time().now())).isLessThan(LEADERLESS);
      brisk(all.services().create("once").image("nginx:1.13").replicas(1)).await();
      assertThat(all.services().list().stream().filter(s -> named("once", s))).hasSize(1);
      // Each forced update counts one up.
      all.services().update("once").force().execute();
      assertThat(forced(all, "once")).isEqualTo(1);
      assertThat(all.nodes().list().stream().filter(NodesContract::leads))
          .singleElement()
          .extracting(SwarmContract::hostname)
          .isNotEqualTo("docker01");
    }
    host1.start();
    until("docker01 is a manager again", () -> isManager(m) && allReachable());
    assertThat(forced(m, "once")).isEqualTo(1);
  }

  private boolean allReachable() {
    return m.nodes().list().stream()
        .allMatch(node -> Reachability.REACHABLE.equals(reachability(node)));
  }

  private static boolean named(String name, io.github.swarmclient.model.Service service) {
    return service.spec() != null && name.equals(service.spec().name());
  }

  private static boolean leads(Node node) {
    return node.managerStatus() != null && Boolean.TRUE.equals(node.managerStatus().leader());
  }

  private static @Nullable Long forced(SwarmClient client, String service) {
    var spec = Objects.requireNonNull(client.services().inspect(service).spec());
    return Objects.requireNonNull(spec.taskTemplate()).forceUpdate();
  }

  private SwarmClient clientOfAll() {
    SwarmClient.Builder builder = SwarmClient.builder().time(cluster.time());
    for (SwarmNode host : List.of(host1, host2, host3)) {
      builder.transport(host.transport());
    }
    return builder.build();
  }
}
