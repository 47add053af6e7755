package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.ApiVersion;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.FormationReport;
import io.github.swarmclient.FormationReport.Change;
import io.github.swarmclient.HostCheck;
import io.github.swarmclient.ImagePullException;
import io.github.swarmclient.InvalidJoinTokenException;
import io.github.swarmclient.PortCheck;
import io.github.swarmclient.PortCheck.Outcome;
import io.github.swarmclient.Preflight;
import io.github.swarmclient.PreflightReport;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.SwarmFormation;
import io.github.swarmclient.SwarmInitialized;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.model.EngineVersion;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.testkit.PrivateImage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rows 1 to 7 of the walkthrough: engines, and how they become a swarm. */
abstract class FormingContract extends SwarmContract {

  @Test
  void row01TheVersionTellsEngineApiAndPlatform() {
    EngineVersion version = m.version();
    assertThat(version.version()).isEqualTo(m.info().serverVersion()).isNotBlank();
    ApiVersion newest = ApiVersion.parse(Objects.requireNonNull(version.apiVersion()));
    ApiVersion oldest = ApiVersion.parse(Objects.requireNonNull(version.minApiVersion()));
    assertThat(newest.atLeast(m.apiVersion())).isTrue();
    assertThat(m.apiVersion().atLeast(oldest)).isTrue();
    assertThat(version.os()).isEqualTo("linux");
    assertThat(version.arch()).isNotBlank();
  }

  @Test
  void row02APreflightReportsEachHostAndClaimsNothingOfUdp() {
    PreflightReport report = Preflight.between(m, w2, w3).run();
    assertThat(report.problems()).isEmpty();
    assertThat(report.hosts())
        .extracting(HostCheck::hostname)
        .containsExactly("docker01", "docker02", "docker03");
    for (HostCheck host : report.hosts()) {
      assertThat(host.engineVersion()).isEqualTo(m.info().serverVersion());
      assertThat(host.clockSkew()).isNotNull();
      assertThat(Objects.requireNonNull(host.clockSkew()).abs()).isLessThan(Duration.ofSeconds(2));
      assertThat(host.swarmState()).isEqualTo(LocalNodeState.ACTIVE);
      assertThat(port(host, PortProtocol.TCP, 7946).outcome()).isEqualTo(contract.tcpOfMember());
      for (int udp : new int[] {7946, 4789}) {
        assertThat(port(host, PortProtocol.UDP, udp).outcome()).isEqualTo(Outcome.NOT_VERIFIABLE);
        assertThat(port(host, PortProtocol.UDP, udp).reason()).isNotBlank();
      }
    }
    assertThat(port(report.hosts().get(0), PortProtocol.TCP, 2377).outcome())
        .isEqualTo(contract.tcpOfMember());
    assertThat(port(report.hosts().get(1), PortProtocol.TCP, 2377).reason()).contains("worker");
    assertThat(report.pretty()).contains("docker01", "4789/udp").doesNotContain("SWMTKN");
  }

  @Test
  void row02APreflightFindsTheSameHostTwice() {
    try (SwarmClient again = host1.connect()) {
      PreflightReport report = Preflight.between(m, again).run();
      assertThat(report.ok()).isFalse();
      assertThat(report.problems()).singleElement().asString().contains("the same engine");
    }
  }

  @Test
  void row02APreflightBeforeTheSwarmIsNoFalseGreen() {
    disband();
    PreflightReport report = Preflight.between(m, w2, w3).run();
    assertThat(report.problems()).isEmpty();
    assertThat(report.hosts())
        .flatExtracting(HostCheck::ports)
        .extracting(PortCheck::outcome)
        .containsOnly(Outcome.NOT_VERIFIABLE);
  }

  private static PortCheck port(HostCheck host, PortProtocol protocol, int port) {
    return host.ports().stream()
        .filter(check -> check.protocol().equals(protocol) && check.port() == port)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void row03AnImageIsPulledWithProgressAndAMissingOneIsAnException() {
    PrivateImage image = cluster.privateImage();
    AtomicInteger lines = new AtomicInteger();
    String id =
        m.images()
            .pull(image.reference())
            .registryAuth(image.user(), image.password())
            .onProgress(progress -> lines.incrementAndGet())
            .execute()
            .id();
    assertThat(id).startsWith("sha256:");
    assertThat(lines.get()).isPositive();
    String missing = image.reference() + "-is-missing";
    SwarmException refusal =
        refusal(
            SwarmException.class,
            () -> m.images().pull(missing).registryAuth(image.user(), image.password()).execute());
    assertThat(refusal).isInstanceOfAny(ImagePullException.class, EngineException.class);
    assertThat(refusal).hasMessageContaining(missing).hasMessageNotContaining(image.password());
  }

  @Test
  void row03APullWithoutLoginIsRefused() {
    String image = cluster.privateImage().reference();
    SwarmException refusal = refusal(SwarmException.class, () -> w2.images().pull(image).execute());
    assertThat(refusal).isInstanceOfAny(ImagePullException.class, EngineException.class);
    assertThat(refusal).hasMessageContaining(image);
  }

  @Test
  void row04InitMakesASwarmOnce() {
    disband();
    SwarmInitialized swarm = m.init().advertiseAddr(host1.address()).execute();
    assertThat(swarm.nodeId()).isEqualTo(idOf(m)).isEqualTo(id(m.nodes().inspect("docker01")));
    assertThat(swarm.joinTokens()).isEqualTo(m.joinTokens());
    assertThat(swarm.joinCommand(NodeRole.WORKER))
        .isEqualTo("docker swarm join --token " + workerToken() + " " + managerAddress());
    assertThat(swarm.joinCommand(NodeRole.MANAGER))
        .contains(Objects.requireNonNull(m.joinTokens().manager()));
    assertThat(swarm.toString()).doesNotContain("SWMTKN");
    refusal(State.ALREADY_IN_SWARM, () -> m.init().advertiseAddr(host1.address()).execute());
    assertThat(idOf(m)).isEqualTo(swarm.nodeId());
  }

  @Test
  void row05OnlyTheNamedTokenRotates() {
    JoinTokens first = m.joinTokens();
    JoinTokens second = m.rotateJoinToken(NodeRole.WORKER);
    assertThat(second.worker()).isNotEqualTo(first.worker());
    assertThat(second.manager()).isEqualTo(first.manager());
    JoinTokens third = m.rotateJoinToken(NodeRole.MANAGER);
    assertThat(third.worker()).isEqualTo(second.worker());
    assertThat(third.manager()).isNotEqualTo(second.manager());
    assertThat(m.joinTokens()).isEqualTo(third);
    assertThat(third.toString() + m.inspect()).doesNotContain("SWMTKN-1-");

    leave(w3);
    InvalidJoinTokenException old =
        refusal(
            InvalidJoinTokenException.class,
            () ->
                w3.join(managerAddress()).token(Objects.requireNonNull(first.worker())).execute());
    assertThat(old).hasMessageNotContaining("SWMTKN-1-").hasMessageContaining("rotated");
    w3.join(managerAddress()).token(Objects.requireNonNull(third.worker())).execute();
  }

  @Test
  void row06AJoinedNodeTurnsUpReadyAndJoinsOnlyOnce() {
    disband();
    m.init().advertiseAddr(host1.address()).execute();
    String token = workerToken();
    String id = w2.join(managerAddress()).token(token).execute();
    assertThat(id).isEqualTo(idOf(w2));
    until("docker02 is ready", () -> NodeState.READY.equals(stateOf(id)));
    assertThat(hostname(m.nodes().inspect(id))).isEqualTo("docker02");
    SwarmStateException again =
        refusal(State.ALREADY_IN_SWARM, () -> w2.join(managerAddress()).token(token).execute());
    assertThat(again).hasMessageContaining("already part of a swarm");
    assertThat(m.nodes().list()).hasSize(2);
  }

  @Test
  void row06AWrongTokenAndAnUnreachableManagerAreTwoErrors() {
    leave(w3);
    String token = workerToken();
    String typo = token.substring(0, token.length() - 1) + (token.endsWith("x") ? "y" : "x");
    assertThat(
            refusal(
                InvalidJoinTokenException.class,
                () -> w3.join(managerAddress()).token(typo).execute()))
        .hasMessageContaining("joinTokens()")
        .hasMessageNotContaining(typo);
    assertThat(swarmState(w3)).isEqualTo(LocalNodeState.INACTIVE);

    SwarmStateException unreachable =
        refusal(
            State.MANAGER_UNREACHABLE,
            () -> w3.join(host1.address() + ":2999").token(token).execute());
    assertThat(unreachable)
        .hasMessageContaining(host1.address() + ":2999")
        .hasMessageContaining("leave().force()")
        .hasMessageNotContaining(token);
    leave(w3);
    assertThat(swarmState(w3)).isEqualTo(LocalNodeState.INACTIVE);
    assertThat(m.nodes().list().stream().filter(n -> !isDown(id(n)))).hasSize(2);
  }

  @Test
  void row06AJoinThatTheSwarmCannotDecideGoesOnInTheBackground() {
    leave(w3);
    m.nodes().promote("docker02").await();
    String token = workerToken();
    host2.stop();
    SwarmStateException joining =
        refusal(State.JOINING, () -> w3.join(managerAddress()).token(token).execute());
    assertThat(joining).hasMessageContaining("info()").hasMessageNotContaining(token);
    assertThat(swarmState(w3)).isEqualTo(LocalNodeState.PENDING);
    w3.leave().force().execute();
    assertThat(swarmState(w3)).isEqualTo(LocalNodeState.INACTIVE);
    host2.start();
  }

  private boolean isDown(String id) {
    return NodeState.DOWN.equals(stateOf(id));
  }

  private static LocalNodeState swarmState(SwarmClient host) {
    return Objects.requireNonNull(Objects.requireNonNull(host.info().swarm()).localNodeState());
  }

  @Test
  void row07FormationChangesOnlyWhatIsMissing() {
    disband();
    assertThat(changes(SwarmFormation.on(m).advertiseAddr(host1.address()).workers(w2, w3).form()))
        .containsExactly(Change.INITIALIZED, Change.JOINED, Change.JOINED);
    Set<String> ids = nodeIds();
    assertThat(SwarmFormation.on(m).workers(w2, w3).form().changed()).isFalse();

    leave(w3);
    assertThat(changes(SwarmFormation.on(m).workers(w2, w3).form()))
        .containsExactly(Change.NONE, Change.NONE, Change.JOINED);
    assertThat(changes(SwarmFormation.on(m).managers(w2).workers(w3).form()))
        .containsExactly(Change.NONE, Change.PROMOTED, Change.NONE);
    assertThat(changes(SwarmFormation.on(m).workers(w2, w3).form()))
        .containsExactly(Change.NONE, Change.DEMOTED, Change.NONE);
    assertThat(nodeIds()).containsAll(ids).hasSize(4);
  }

  private Set<String> nodeIds() {
    return m.nodes().list().stream().map(SwarmContract::id).collect(Collectors.toSet());
  }

  private static List<Change> changes(FormationReport report) {
    return report.hosts().stream().map(FormationReport.Host::change).toList();
  }

  @Test
  void row07FormationRefusesAHostOfAnotherSwarmAndChangesNothing() {
    leave(w3);
    w3.init().advertiseAddr(host3.address()).execute();
    String other = idOf(w3);
    var refusal =
        catchThrowableOfType(
            io.github.swarmclient.FormationException.class,
            () -> SwarmFormation.on(m).workers(w2, w3).form());
    assertThat(refusal)
        .hasMessageContaining(w3.toString())
        .hasMessageContaining("another swarm")
        .hasMessageContaining("leave()")
        .hasMessageContaining("nothing was changed");
    assertThat(idOf(w3)).isEqualTo(other);
  }
}
