package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.contract.ClusterContract;
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
