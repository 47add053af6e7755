package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.UnsupportedApiException;
import io.github.swarmclient.testkit.contract.ClusterContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedVerbsTest extends ClusterContract {
  private final EmbeddedSwarm cluster = SwarmCluster.embedded().managers(3).workers(1).start();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Override
  protected SwarmCluster cluster() {
    return cluster;
  }

  @Test
  void badInputIsRefusedAtOnce() {
    BadBuilders.areRefused(SwarmCluster::embedded);
  }

  @Test
  void aGenerationOfEnginesTalksItsVersion() {
    try (EmbeddedSwarm old = SwarmCluster.embedded().managers(1).engine("20.10").start();
        SwarmClient swarm = old.connect()) {
      assertThat(swarm.version().version()).isEqualTo("20.10.24");
      assertThat(swarm.apiVersion()).hasToString("1.41");
    }
  }

  @Test
  void anEmbeddedEngineHasNoHostToRunCommandsOn() {
    assertThatThrownBy(() -> cluster.node("docker01").exec("ls", "/"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("ls /")
        .hasMessageContaining("tasks().exec");
  }

  @Test
  void whatIsSaidOfHostsThatAreNotThereIsRefused() {
    EmbeddedSwarm.Builder typo =
        SwarmCluster.embedded().managers(1).engineLabel("dokcer01", "a", "b");
    assertThatThrownBy(typo::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dokcer01")
        .hasMessageContaining("docker01");
    EmbeddedSwarm.Builder twice = EmbeddedSwarm.builder().host("a", "172.16.6.32").host("b");
    assertThatThrownBy(twice::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("172.16.6.32");
    EmbeddedSwarm.Builder versions =
        SwarmCluster.embedded().managers(1).apiVersion("1.41").minApiVersion("1.44");
    assertThatThrownBy(versions::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.44");
  }

  @Test
  void anEngineThatIsTooOldIsNoMatterOfManagers() {
    try (EmbeddedSwarm old = SwarmCluster.embedded().managers(1).apiVersion("1.40").start()) {
      assertThatThrownBy(old::connect).isInstanceOf(UnsupportedApiException.class);
    }
  }

  @Test
  void aRequestThatWasSentAgainAndAgainStandsOnce() {
    try (SwarmClient client = cluster.node("docker01").connect()) {
      client.ping();
      client.configs().list();
      client.ping();
      client.ping();
    }
    List<String> last = cluster.lastRequests();
    assertThat(last.get(last.size() - 1)).contains("/_ping").matches(".* 200 ×\\d+");
    assertThat(last).filteredOn(line -> line.contains("/configs")).hasSize(1);
  }

  @Test
  void nothingIsMadeOfAClusterThatIsClosed() {
    SwarmNode node = cluster.node("docker01");
    cluster.close();
    for (Runnable use :
        List.<Runnable>of(
            cluster::reset, node::start, node::faults, () -> node.publishedPort(80))) {
      assertThatThrownBy(use::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void hostsBesideTheSwarmAreInNone() {
    try (EmbeddedSwarm swarm = SwarmCluster.embedded().managers(1).host("spare").start();
        SwarmClient spare = swarm.node("spare").connect()) {
      assertThatThrownBy(() -> spare.nodes().list())
          .isInstanceOf(io.github.swarmclient.SwarmStateException.class);
      SwarmBuilder<?> twice = SwarmCluster.embedded().managers(1).host("docker01");
      assertThatThrownBy(twice::start)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("docker01");
    }
  }
}
