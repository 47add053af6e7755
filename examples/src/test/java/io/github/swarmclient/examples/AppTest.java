package io.github.swarmclient.examples;

import static io.github.swarmclient.testkit.assertj.SwarmAssertions.assertThat;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.junit.SwarmTest;
import io.github.swarmclient.testkit.junit.WithSwarm;

// The test of a service that stands in the README, line by line.
// tag::service[]
@WithSwarm(managers = 3, images = "my/app:1")
class AppTest {
  @SwarmTest
  void survivesTheLossOfAManager(SwarmClient swarm, SwarmCluster cluster) {
    swarm.services().create("app").image("my/app:1").replicas(3).await();
    cluster.node("docker03").kill();
    cluster.node("docker03").awaitDown();
    swarm.services().rollout("app").await();
    assertThat(swarm, "app").hasRunning(3).onNodes("docker01", "docker02");
  }
}
// end::service[]
