package io.github.swarmclient.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.OrchestrationConfig;
import io.github.swarmclient.model.Reachability;
import io.github.swarmclient.model.SwarmSpec;
import io.github.swarmclient.testkit.EmbeddedSwarm;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What can be done with the nodes of every kind of {@link SwarmCluster}. Who has another kind
 * extends this, and inherits all tests. Each finds an empty swarm of the managers docker01 to
 * docker03 and the worker docker04, and may leave anything.
 */
public abstract class ClusterContract {
  /** The image that the engines have to have: a web server at port 80. */
  public static final String IMAGE = "nginx:1.13";

  private static final OrchestrationConfig HISTORY =
      OrchestrationConfig.builder().taskHistoryRetentionLimit(1L).build();

  @SuppressWarnings("NullAway.Init") // before each test
  private SwarmCluster cluster;

  /** For those who extend it. */
  protected ClusterContract() {}

  /**
   * Returns engines that were started with {@code managers(3).workers(1)}, in any state; the same
   * during a test.
   */
  protected abstract SwarmCluster cluster();

  @BeforeEach
  void reset() {
    cluster = cluster();
    cluster.reset();
  }

  private static void ping(SwarmNode node) throws IOException {
    TransportRequest ping =
        new TransportRequest("GET", "/_ping", Map.of(), null, Duration.ofSeconds(2));
    try (SwarmTransport transport = node.transport();
        TransportResponse response = transport.send(ping)) {
      assertThat(response.status()).isEqualTo(200);
    }
  }

  private Node inspect(SwarmNode node) {
    try (SwarmClient swarm = cluster.connect()) {
      return swarm.nodes().inspect(node.hostname());
    }
  }

  private void serve() {
    try (SwarmClient swarm = cluster.connect()) {
      swarm
          .services()
          .create("web")
          .image(IMAGE)
          .global()
          .publish(p -> p.target(80).published(8080).host())
          .updateConfig(u -> u.monitor(Duration.ofSeconds(1)))
          .await();
    }
  }

  @Test
  void managersAndWorkersAreOneSwarm() {
    try (SwarmClient swarm = cluster.connect()) {
      assertThat(swarm.nodes().list()).hasSize(4);
      for (SwarmNode node : cluster.nodes()) {
        Node seen = swarm.nodes().inspect(node.hostname());
        if (node.hostname().equals("docker04")) {
          assertThat(seen.managerStatus()).isNull();
          assertThat(requireNonNull(seen.status()).addr()).isEqualTo(node.address());
        } else {
          // Of itself a leader says 0.0.0.0 as the node's address.
          assertThat(requireNonNull(seen.managerStatus()).addr()).startsWith(node.address() + ":");
        }
      }
    }
  }

  @Test
  void anEngineThatWasOffAnswersItsOldClients() {
    SwarmNode node = cluster.node("docker04");
    try (SwarmClient client = node.connect()) {
      for (Runnable off : List.<Runnable>of(node::stop, node::kill)) {
        off.run();
        // Once more, which does nothing.
        off.run();
        assertThat(node.isReachable()).isFalse();
        assertThatThrownBy(() -> ping(node)).isInstanceOf(IOException.class);
        node.start();
        node.start();
        client.ping();
      }
      node.restart();
      client.ping();
      assertThat(node.isReachable()).isTrue();
      node.awaitReady();
    }
  }

  @Test
  void aPausedEngineAnswersWhenItGoesOn() throws Exception {
    SwarmNode node = cluster.node("docker04");
    node.pause();
    assertThatThrownBy(() -> ping(node)).isInstanceOf(IOException.class);
    assertThat(node.isReachable()).isFalse();
    node.unpause();
    ping(node);
    node.awaitReady();
  }

  @Test
  void aPausedEngineThatIsStoppedOrKilledIsNotPausedAnyMore() throws Exception {
    SwarmNode node = cluster.node("docker04");
    for (Runnable off : List.<Runnable>of(node::stop, node::kill)) {
      node.pause();
      off.run();
      assertThat(node.isReachable()).isFalse();
      node.start();
      ping(node);
      assertThat(node.isReachable()).isTrue();
    }
    node.awaitReady();
  }

  @Test
  void anEngineThatIsOffIsNotPaused() throws Exception {
    SwarmNode node = cluster.node("docker04");
    node.stop();
    node.pause();
    node.unpause();
    assertThat(node.isReachable()).isFalse();
    node.pause();
    node.start();
    ping(node);
    assertThat(node.isReachable()).isTrue();
  }

  @Test
  void anIsolatedEngineIsDownUntilItIsHealed() throws Exception {
    SwarmNode node = cluster.node("docker04");
    node.isolate();
    node.awaitDown();
    node.heal();
    ping(node);
    node.awaitReady();
  }

  @Test
  void theLargerPartOfAPartitionGoesOn() {
    SwarmNode cut = cluster.node("docker01");
    cluster.partition(List.of(List.of(cut)));
    try (SwarmClient majority = cluster.node("docker02").connect()) {
      // Until it has a leader again, and some seconds longer, its managers refuse or hold requests.
      Waits.until(
          cluster, "docker01 is given up", () -> holds(() -> isUnreachable(majority, "docker01")));
      majority.configs().create("written").data("during the partition").execute();
      cluster.heal();
      try (SwarmClient minority = cut.connect()) {
        Waits.until(
            cluster,
            "docker01 has caught up",
            () -> holds(() -> minority.configs().inspect("written").id() != null));
      }
    }
  }

  @Test
  void aPartitionHoldsAlsoForEnginesThatWereOffWhenItBegan() {
    SwarmNode off = cluster.node("docker01");
    SwarmNode frozen = cluster.node("docker04");
    off.kill();
    frozen.pause();
    cluster.partition(List.of(List.of(off, frozen)));
    off.start();
    frozen.unpause();
    try (SwarmClient majority = cluster.node("docker02").connect()) {
      Waits.until(
          cluster,
          "docker01 is not seen",
          () -> holds(() -> isUnreachable(majority, off.hostname())));
      frozen.awaitDown();
      off.kill();
      cluster.heal();
      off.start();
      off.awaitReady();
      frozen.awaitReady();
      Waits.until(
          cluster, "docker01 is back", () -> holds(() -> !isUnreachable(majority, off.hostname())));
    }
  }

  private static boolean isUnreachable(SwarmClient swarm, String hostname) {
    Node node = swarm.nodes().inspect(hostname);
    return Reachability.UNREACHABLE.equals(requireNonNull(node.managerStatus()).reachability());
  }

  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (SwarmException notYet) {
      return false;
    }
  }

  @Test
  void groupsOfAPartitionAreOfTheCluster() {
    try (EmbeddedSwarm other = EmbeddedSwarm.start("docker01")) {
      assertThatThrownBy(() -> cluster.partition(List.of(other.nodes())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("docker01 is not of this cluster");
    }
  }

  @Test
  void groupsOfAPartitionAreDistinct() {
    SwarmNode node = cluster.node("docker01");
    assertThatThrownBy(() -> cluster.partition(List.of(List.of(node), List.of(node))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("docker01 is in two groups");
  }

  @Test
  void aDrainedNodeHasNoTasks() {
    SwarmNode node = cluster.node("docker04");
    serve();
    node.drain();
    try (SwarmClient swarm = cluster.connect()) {
      assertThat(swarm.services().tasks("web").running())
          .noneMatch(task -> task.node().equals("docker04"));
    }
    node.activate();
    assertThat(requireNonNull(inspect(node).spec()).availability())
        .isEqualTo(NodeAvailability.ACTIVE);
  }

  @Test
  void aWorkerBecomesAManagerAndAWorkerAgain() {
    SwarmNode node = cluster.node("docker04");
    node.promote();
    assertThat(inspect(node).managerStatus()).isNotNull();
    node.demote();
    assertThat(inspect(node).managerStatus()).isNull();
    assertThat(requireNonNull(inspect(node).spec()).role()).isEqualTo(NodeRole.WORKER);
  }

  @Test
  void aLockedManagerIsUnlockedByItsKey() {
    SwarmNode node = cluster.node("docker03");
    String key = node.lock();
    try (SwarmClient client = node.connect()) {
      assertThatThrownBy(() -> client.nodes().list())
          .isInstanceOf(io.github.swarmclient.SwarmStateException.class);
      node.unlock(key);
      assertThat(client.nodes().list()).hasSize(4);
    }
  }

  @Test
  void whoIsNoManagerCannotBeLockedAndNothingIsChanged() {
    assertThatThrownBy(() -> cluster.node("docker04").lock())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("docker04 is no manager");
    try (SwarmClient swarm = cluster.connect()) {
      assertThat(swarm.unlockKey()).isNullOrEmpty();
    }
  }

  @Test
  void aLeaderThatIsStartedAgainDoesNotKeepOthersFromWriting() {
    cluster.node("docker01").restart();
    try (SwarmClient swarm = cluster.connect()) {
      swarm.configs().create("written").data("x").execute();
      assertThat(swarm.configs().list()).hasSize(1);
    }
  }

  @Test
  void aNodeThatHasJoinedAgainIsAwaitedThoughItIsThereTwice() {
    SwarmNode node = cluster.node("docker04");
    try (SwarmClient swarm = cluster.connect();
        SwarmClient client = node.connect()) {
      client.leave().force().execute();
      client
          .join(cluster.node("docker01").address() + ":2377")
          .token(requireNonNull(swarm.joinTokens().worker()))
          .execute();
      node.awaitReady();
      assertThat(swarm.nodes().list()).hasSize(5);
      node.kill();
      node.awaitDown();
    }
  }

  @Test
  void aManagerThatHasLeftByForceIsOneAgainAfterAReset() {
    try (SwarmClient client = cluster.node("docker02").connect()) {
      client.leave().force().execute();
    }
    cluster.reset();
    try (SwarmClient swarm = cluster.connect()) {
      assertThat(swarm.nodes().list()).hasSize(4);
      assertThat(inspect(cluster.node("docker02")).managerStatus()).isNotNull();
    }
  }

  @Test
  void aSwarmThatLostItsLeaderIsOfUseRightAfterAReset() {
    cluster.node("docker01").kill();
    cluster.reset();
    try (SwarmClient swarm = cluster.connect()) {
      swarm.configs().create("written").data("x").execute();
      assertThat(swarm.configs().list()).hasSize(1);
    }
  }

  @Test
  void bothTokensAreReplaced() {
    try (SwarmClient swarm = cluster.connect()) {
      JoinTokens before = swarm.joinTokens();
      JoinTokens after = cluster.rotateTokens();
      assertThat(after.worker()).isNotEqualTo(before.worker());
      assertThat(after.manager()).isNotEqualTo(before.manager());
      assertThat(swarm.joinTokens()).isEqualTo(after);
    }
  }

  @Test
  void aPublishedPortIsNotReachedWhereNothingAnswers() {
    serve();
    SwarmNode frozen = cluster.node("docker03");
    frozen.pause();
    assertThatThrownBy(() -> frozen.fetch(8080, "/")).isInstanceOf(IOException.class);
    SwarmNode cut = cluster.node("docker04");
    cut.isolate();
    assertThatThrownBy(() -> cut.fetch(8080, "/")).isInstanceOf(IOException.class);
  }

  @Test
  void aPublishedPortIsReachedByThisProcess() throws Exception {
    serve();
    for (SwarmNode node : cluster.nodes()) {
      InetSocketAddress port = node.publishedPort(8080);
      URI page = URI.create("http://" + port.getHostString() + ":" + port.getPort() + "/");
      try (InputStream answer = page.toURL().openConnection(Proxy.NO_PROXY).getInputStream()) {
        String body = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(body).isNotEmpty().isEqualTo(node.fetch(8080, "/"));
      }
    }
  }

  @Test
  void nothingIsLeftAfterAReset() {
    SwarmSpec spec;
    serve();
    try (SwarmClient swarm = cluster.connect();
        SwarmClient host = cluster.node("docker04").connect()) {
      spec = requireNonNull(swarm.inspect().spec());
      swarm.update().edit(s -> s.labels(Map.of("color", "blue")).orchestration(HISTORY)).execute();
      host.networks().create("local").driver("bridge").execute();
      host.volumes().create("data").execute();
      swarm.services().create("sleeper").image(IMAGE).args("sleep", "1000").execute();
      swarm.secrets().create("password").data("sesame").execute();
      swarm.configs().create("settings").data("a=b").execute();
      swarm.networks().create("backend").execute();
      swarm.nodes().update("docker04").label("disk", "ssd").execute();
    }
    cluster.node("docker04").pause();
    cluster.reset();
    try (SwarmClient swarm = cluster.connect()) {
      assertThat(swarm.services().list()).isEmpty();
      assertThat(swarm.tasks().list()).isEmpty();
      assertThat(swarm.secrets().list()).isEmpty();
      assertThat(swarm.configs().list()).isEmpty();
      assertThat(swarm.networks().list()).noneMatch(n -> "backend".equals(n.name()));
      Node node = swarm.nodes().inspect("docker04");
      assertThat(requireNonNull(node.spec()).labels()).isEmpty();
      assertThat(swarm.inspect().spec()).isEqualTo(spec);
    }
    try (SwarmClient host = cluster.node("docker04").connect()) {
      assertThat(host.networks().list()).noneMatch(network -> "local".equals(network.name()));
      assertThat(host.volumes().list().volumes()).isEmpty();
    }
  }

  @Test
  void theReportShowsNodesServicesTasksRequestsAndLogs() {
    serve();
    assertThat(cluster.report())
        .contains("── nodes ──", "docker04", "── services ──", "web", "── tasks ──", IMAGE)
        .contains("── last requests ──", "/services/create", "── log of docker04 ──");
  }
}
