package io.github.swarmclient.testkit.assertj;

import static io.github.swarmclient.testkit.assertj.SwarmAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.ServiceTasks;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.SwarmCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTasksAssertTest {
  private final SwarmCluster cluster = SwarmCluster.embedded().managers(1).workers(1).start();
  private final SwarmClient swarm = cluster.connect();
  private ServiceTasks service;

  @BeforeEach
  void create() {
    swarm.services().create("my_web").image("nginx:1.13").replicas(3).await();
    service = swarm.services().tasks("my_web");
  }

  @AfterEach
  void close() {
    swarm.close();
    cluster.close();
  }

  @Test
  void whatIsSoHolds() {
    assertThat(service)
        .hasRunning(3)
        .onNodes("docker02", "docker01", "docker02")
        .isOnImage("nginx:1.13")
        .hasNoFailures();
    assertThat(swarm, "my_web").hasRunning(3);
    assertThat("AssertJ's own assertions").contains("own");
  }

  @Test
  void whatIsNotSoFailsWithTheTableOfTasks() {
    assertThatThrownBy(() -> assertThat(service).hasRunning(4))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected 4 tasks to run, but 3 do:")
        .hasMessageContaining(service.pretty());
    assertThatThrownBy(() -> assertThat(service).onNodes("docker01"))
        .hasMessageContaining("on the nodes [docker01], but they do on [docker01, docker02]")
        .hasMessageContaining(service.pretty());
    assertThatThrownBy(() -> assertThat(swarm, "my_web").isOnImage("nginx:1.14"))
        .hasMessageContaining("[my_web]")
        .hasMessageContaining("all tasks to run nginx:1.14, but some run [nginx:1.13")
        .hasMessageContaining("DESIRED STATE");
    swarm.services().create("idle").image("nginx:1.13").replicas(0).await();
    assertThatThrownBy(() -> assertThat(swarm, "idle").isOnImage("nginx:1.13"))
        .hasMessageContaining("tasks to run nginx:1.13, but none runs");
    cluster.node("docker02").restart();
    swarm.services().rollout("my_web").await();
    assertThatThrownBy(() -> assertThat(swarm, "my_web").hasNoFailures())
        .hasMessageContaining("no task to fail");
  }
}
