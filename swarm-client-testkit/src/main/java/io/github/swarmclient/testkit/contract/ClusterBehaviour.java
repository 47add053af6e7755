package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.swarmclient.ConflictException;
import io.github.swarmclient.DeniedException;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.InvalidJoinTokenException;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.SwarmUnavailableException;
import io.github.swarmclient.model.CaConfig;
import io.github.swarmclient.model.DispatcherConfig;
import io.github.swarmclient.model.EncryptionConfig;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.Network;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.Swarm;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How swarms behave, by the numbers of the engine's surface. See docs/testing.md. */
abstract class ClusterBehaviour extends SwarmContract {

  private static SwarmClient alone(SwarmClient host, SwarmNode node) {
    leave(host);
    host.init().advertiseAddr(node.address()).execute();
    return host;
  }

  private static @Nullable LocalNodeState state(SwarmClient host) {
    return Objects.requireNonNull(host.info().swarm()).localNodeState();
  }

  @Test
  @DisplayName("3: a pool of addresses is kept, and networks get their addresses from it")
  void anAddressPool() {
    leave(w3);
    w3.init()
        .advertiseAddr(host3.address())
        .defaultAddrPool("10.123.0.0/16")
        .subnetSize(26)
        .dataPathPort(7777)
        .execute();
    Swarm swarm = w3.inspect();
    assertThat(swarm.defaultAddrPool()).containsExactly("10.123.0.0/16");
    assertThat(swarm.subnetSize()).isEqualTo(26L);
    assertThat(swarm.dataPathPort()).isEqualTo(7777);
    w3.networks().create("pooled").execute();
    until("the network has a subnet", () -> !subnet(w3.networks().inspect("pooled")).isEmpty());
    assertThat(subnet(w3.networks().inspect("pooled"))).startsWith("10.123.").endsWith("/26");
  }

  private static String subnet(Network network) {
    var ipam = network.ipam();
    return ipam == null || ipam.config().isEmpty()
        ? ""
        : String.valueOf(ipam.config().get(0).subnet());
  }

  @Test
  @DisplayName("5: a token that was rotated is refused, the new one is not")
  void aRotatedToken() {
    leave(w3);
    JoinTokens before = m.joinTokens();
    JoinTokens after = m.rotateJoinToken(NodeRole.WORKER);
    assertThat(after.worker()).isNotEqualTo(before.worker());
    assertThat(after.manager()).isEqualTo(before.manager());
    refusal(
        InvalidJoinTokenException.class,
        () -> w3.join(managerAddress()).token(String.valueOf(before.worker())).execute());
    assertThat(state(w3)).isEqualTo(LocalNodeState.INACTIVE);
    w3.join(managerAddress()).token(workerToken()).execute();
  }

  @Test
  @DisplayName("7: a setting of the swarm changes by an update")
  void aSetting() {
    Duration period = Duration.ofSeconds(7);
    m.update().edit(s -> s.dispatcher(every(period))).execute();
    var spec = Objects.requireNonNull(m.inspect().spec());
    assertThat(Objects.requireNonNull(spec.dispatcher()).heartbeatPeriod()).isEqualTo(period);
    m.update().edit(s -> s.dispatcher(every(Duration.ofSeconds(5)))).execute();
  }

  private static DispatcherConfig every(Duration period) {
    return DispatcherConfig.builder().heartbeatPeriod(period).build();
  }

  @Test
  @DisplayName("9, 10: a manager that locks itself opens by the key, and by no older one")
  void autolock() {
    alone(w3, host3);
    assertThat(String.valueOf(w3.unlockKey())).isIn("", "null");
    refusal(ConflictException.class, () -> w3.unlock("SWMKEY-1-none"));
    w3.update().edit(s -> s.encryptionConfig(locks(true))).execute();
    String first = Objects.requireNonNull(w3.unlockKey());
    assertThat(first).startsWith("SWMKEY-1-");
    restart(host3);
    until("docker03 is locked", () -> LocalNodeState.LOCKED.equals(state(w3)));
    refusal(State.LOCKED, () -> w3.services().list());
    String wrong = "SWMKEY-1-" + "A".repeat(first.length() - 9);
    assertThat(refusal(EngineException.class, () -> w3.unlock(wrong)))
        .hasMessageNotContaining(wrong);
    w3.unlock(first);
    until("docker03 is open", () -> answers(w3));
    w3.update().rotateUnlockKey().execute();
    String second = Objects.requireNonNull(w3.unlockKey());
    assertThat(second).isNotEqualTo(first);
    // Managers take the new key in the time of a certificate, and until then open by the old one.
    pause(Duration.ofSeconds(3));
    restart(host3);
    until("docker03 is locked again", () -> LocalNodeState.LOCKED.equals(state(w3)));
    assertThat(catchThrowable(() -> w3.unlock(first)))
        .isInstanceOfAny(DeniedException.class, EngineException.class);
    w3.unlock(second);
    until("docker03 is open again", () -> answers(w3));
    w3.update().edit(s -> s.encryptionConfig(locks(false))).execute();
  }

  private static EncryptionConfig locks(boolean autolock) {
    return EncryptionConfig.builder().autoLockManagers(autolock).build();
  }

  private static void restart(SwarmNode host) {
    host.stop();
    host.start();
  }

  @Test
  @DisplayName("11: another root certificate changes the tokens")
  void aRootRotation() {
    alone(w3, host3);
    Swarm before = w3.inspect();
    w3.update().edit(s -> s.caConfig(CaConfig.builder().forceRotate(1L).build())).execute();
    until(
        "the rotation is over",
        () ->
            !Boolean.TRUE.equals(w3.inspect().rootRotationInProgress())
                && !Objects.equals(w3.inspect().joinTokens(), before.joinTokens()));
    Swarm after = w3.inspect();
    assertThat(Objects.requireNonNull(after.tlsInfo()).trustRoot())
        .isNotEqualTo(Objects.requireNonNull(before.tlsInfo()).trustRoot());
  }

  @Test
  @DisplayName("15: a manager that follows says what the leader says")
  void aFollower() {
    web("seen").replicas(1).execute();
    m.nodes().promote("docker02").await();
    until("docker02 answers as a manager", () -> answers(w2));
    w2.services().update("seen").label("by", "follower").execute();
    String id = Objects.requireNonNull(m.services().inspect("seen").id());
    assertThat(w2.services().inspect("seen").id()).isEqualTo(id);
    var spec = Objects.requireNonNull(m.services().inspect("seen").spec());
    assertThat(spec.labels()).containsEntry("by", "follower");
    assertThat(m.nodes().list().named("docker02")).isPresent();
    assertThat(w2.joinTokens()).isEqualTo(m.joinTokens());
    m.nodes().demote("docker02").await();
  }

  @Test
  @DisplayName("16, 17: half of the managers decide nothing, and one goes on alone by force")
  void aLostQuorum() {
    web("kept").replicas(1).execute();
    String id = Objects.requireNonNull(m.services().inspect("kept").id());
    m.nodes().promote("docker02").await();
    until("docker02 answers as a manager", () -> answers(w2));
    host2.stop();
    until("docker01 has no leader", () -> !answers(m));
    SwarmUnavailableException lost =
        refusal(SwarmUnavailableException.class, () -> m.services().list());
    assertThat(lost.engineMessage()).containsAnyOf("leader", "deadline");
    m.init().advertiseAddr(host1.address()).forceNewCluster().execute();
    until("docker01 is a manager again", () -> answers(m));
    assertThat(m.services().inspect("kept").id()).isEqualTo(id);
    host2.start();
    until("docker02 answers", () -> state(w2) != null);
    leave(w2);
  }

  @Test
  @DisplayName("18: labels of a node come and go, and nothing else does")
  void labelsOfANode() {
    m.nodes().update("docker02").label("rack", "r1").label("empty", "").execute();
    m.nodes().update("docker02").removeLabel("empty").execute();
    var spec = Objects.requireNonNull(m.nodes().inspect("docker02").spec());
    assertThat(spec.labels()).containsExactlyEntriesOf(Map.of("rack", "r1"));
    assertThat(m.nodes().list(q -> q.nodeLabel("rack=r1")))
        .extracting(SwarmContract::hostname)
        .containsExactly("docker02");
    m.nodes().update("docker02").removeLabel("rack").execute();
  }

  @Test
  @DisplayName("68: the answer to a ping says what the engine is in its swarm")
  void thePing() {
    if (m.apiVersion().toString().equals("1.41")) {
      // Engine 20.10 says nothing of its swarm there.
      assertThat(ping(host1)).isNull();
      return;
    }
    assertThat(ping(host1)).isEqualTo("active/manager");
    assertThat(ping(host2)).isEqualTo("active/worker");
    leave(w3);
    assertThat(ping(host3)).isEqualTo("inactive");
  }

  private static @Nullable String ping(SwarmNode host) {
    TransportRequest request = new TransportRequest("GET", "/_ping", Map.of(), null, null);
    try (SwarmTransport transport = host.transport();
        TransportResponse response = transport.send(request)) {
      return response.header("Swarm");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
