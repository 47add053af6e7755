package io.github.swarmclient.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.RealEngines;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.junit.WithSwarm.Backend;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;

/** Tests that share engines in containers, as users have them who say nothing else. */
@WithSwarm(workers = 1, engine = "28", backend = Backend.DIND, images = "nginx:1.13")
class DindExtensionTest {
  private static final Set<SwarmCluster> SEEN = ConcurrentHashMap.newKeySet();

  @BeforeAll
  static void require() {
    RealEngines.require(RealEngines.newest().get(0));
    SEEN.clear();
  }

  @SwarmTest
  void one(SwarmClient swarm, SwarmCluster cluster) {
    usesAll(swarm, cluster);
  }

  @SwarmTest
  void two(SwarmClient swarm, SwarmCluster cluster) {
    usesAll(swarm, cluster);
  }

  private static void usesAll(SwarmClient swarm, SwarmCluster cluster) {
    SEEN.add(cluster);
    assertThat(SEEN).hasSize(1);
    assertThat(swarm.services().list()).isEmpty();
    swarm.services().create("web").image("nginx:1.13").replicas(2).await();
    cluster.node("docker02").kill();
  }
}
