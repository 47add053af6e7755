package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.RolloutException;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.TaskState;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Private images of local engines, with the images of {@code SWARM_ENGINE_IMAGES}. */
class LocalRegistryTest {
  private @Nullable LocalSwarm started;

  @BeforeEach
  void start() {
    RealEngines.require(LocalSwarm.unavailable());
    started =
        SwarmCluster.local()
            .managers(1)
            .workers(1)
            .image("busybox:latest")
            .privateImage("nginx:1.13")
            .start();
  }

  @AfterEach
  void close() {
    if (started != null) {
      started.close();
    }
  }

  private LocalSwarm cluster() {
    return Objects.requireNonNull(started);
  }

  @Test
  void aServiceRunsWithTheLoginAlone() {
    LocalSwarm cluster = cluster();
    PrivateImage image = cluster.privateImage();
    assertThat(image.reference()).endsWith(":5000/nginx:1.13");
    assertThat(cluster.nodes()).hasSize(2);
    try (SwarmClient swarm = cluster.connect()) {
      assertThat(swarm.images().list()).hasSize(1);
      assertThatThrownBy(
              () -> web(swarm, image, "refused").await(r -> r.within(Duration.ofSeconds(20))))
          .isInstanceOf(RolloutException.class);
      assertThat(swarm.services().tasks("refused"))
          .isNotEmpty()
          .allSatisfy(task -> assertThat(task.state()).isNotEqualTo(TaskState.RUNNING))
          .anySatisfy(task -> assertThat(task.error()).contains("No such image"));

      web(swarm, image, "admitted").registryAuth(image.user(), image.password()).await();
      assertThat(swarm.services().tasks("admitted").running())
          .extracting(ServiceTask::node)
          .containsExactlyInAnyOrder("docker01", "docker02");
    }
  }

  private static ServiceCreate web(SwarmClient swarm, PrivateImage image, String name) {
    return swarm
        .services()
        .create(name)
        .image(image.reference())
        .global()
        .updateConfig(u -> u.monitor(Duration.ofSeconds(1)));
  }

  @Test
  void anImageThatIsPreloadedToo() {
    try (SwarmClient swarm = cluster().connect()) {
      swarm
          .services()
          .create("box")
          .image("busybox:latest")
          .args("sleep", "1000")
          .global()
          .updateConfig(u -> u.monitor(Duration.ofSeconds(1)))
          .await();
      assertThat(swarm.services().tasks("box").running()).hasSize(2);
    }
  }
}
