package io.github.swarmclient.testkit;

import static io.github.swarmclient.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.RolloutException;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.PullProgress;
import io.github.swarmclient.model.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Private images on real engines; every test leaves them without the image, as it was. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("DindRegistryTest") // by which its own tests run one after the other
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindRegistryTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String BOTH = "busybox:latest";
  private static final String ONLY_PRIVATE = "nginx:1.13";
  private static final String SERVICE = "private";

  private static final SharedDind SHARED = new SharedDind();

  private final String image;

  DindRegistryTest(String image) {
    this.image = image;
  }

  @BeforeParameterizedClassInvocation
  static void form(String image) {
    SHARED.startFormed(
        image, plan -> plan.image(BOTH).privateImage(ONLY_PRIVATE).privateImage(BOTH));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  @AfterEach
  void forget() throws Exception {
    DindNode manager = swarm().node("docker01");
    manager.exec("docker", "service", "rm", SERVICE);
    for (SwarmNode node : swarm().nodes()) {
      DindNode engine = swarm().node(node.hostname());
      String left = "docker ps -aq --filter label=com.docker.swarm.service.name=" + SERVICE;
      eventually(SOON, () -> assertThat(engine.exec(left.split(" ")).stdout()).isEmpty());
      engine.exec("sh", "-c", "docker images -q 'registry:5000/*' | xargs -r docker rmi -f");
      engine.exec("sh", "-c", "docker images -qf dangling=true | xargs -r docker rmi -f");
    }
  }

  private DindSwarm swarm() {
    return SHARED.of(image);
  }

  private PrivateImage secret() {
    return swarm().privateImage();
  }

  @Test
  void theFirstImageIsTheOneThatIsTold() {
    assertThat(secret().reference()).isEqualTo("registry:5000/nginx:1.13");
    assertThat(secret().toString()).doesNotContain(secret().password());
  }

  @Test
  void noEngineHasAPrivateImageUnlessItIsPreloadedToo() {
    for (SwarmNode node : swarm().nodes()) {
      ExecResult images =
          swarm().node(node.hostname()).exec("docker", "images", "--format={{.Repository}}");
      assertThat(images.stdout().lines()).containsExactly("busybox");
    }
  }

  @Test
  void aServiceRunsOnNodesThatNeverPulledItsImage() {
    try (SwarmClient m = swarm().node("docker01").connect()) {
      service(m).global().registryAuth(secret().user(), secret().password()).await();
      assertThat(m.services().tasks(SERVICE))
          .allSatisfy(task -> assertThat(task.state()).isEqualTo(TaskState.RUNNING))
          .extracting(ServiceTask::node)
          .containsExactlyInAnyOrder("docker01", "docker02", "docker03");
      assertThat(m.services().tasks(SERVICE))
          .extracting(ServiceTask::image)
          .allSatisfy(ran -> assertThat(ran).startsWith(secret().reference()));
    }
    for (SwarmNode node : swarm().nodes()) {
      try (SwarmClient client = node.connect()) {
        assertThat(client.images().list())
            .anySatisfy(
                found ->
                    assertThat(String.valueOf(found.repoDigests()))
                        .contains("registry:5000/nginx@sha256:"));
      }
    }
  }

  @Test
  void aServiceMovesWithItsLoginToANodeThatNeverPulledItsImage() throws Exception {
    try (SwarmClient m = swarm().node("docker01").connect()) {
      service(m)
          .constraint("node.role==worker")
          .registryAuth(secret().user(), secret().password())
          .await();
      String first = running(m).node();
      try {
        m.nodes().drain(first).execute();
        eventually(SOON, () -> assertThat(running(m).node()).isNotEqualTo(first));
        assertThat(running(m).node()).isIn("docker02", "docker03");
      } finally {
        m.nodes().activate(first).execute();
      }
    }
  }

  private static ServiceTask running(SwarmClient m) {
    List<ServiceTask> running = m.services().tasks(SERVICE).running();
    assertThat(running).hasSize(1);
    return running.get(0);
  }

  @Test
  void withoutALoginAServiceDoesNotRun() {
    try (SwarmClient m = swarm().node("docker01").connect()) {
      assertThatThrownBy(() -> service(m).await(rollout -> rollout.within(Duration.ofSeconds(20))))
          .isInstanceOf(RolloutException.class);
      assertThat(m.services().tasks(SERVICE))
          .isNotEmpty()
          .allSatisfy(task -> assertThat(task.state()).isNotEqualTo(TaskState.RUNNING))
          .anySatisfy(task -> assertThat(task.error()).contains("No such image"));
    }
  }

  private ServiceCreate service(SwarmClient manager) {
    return manager.services().create(SERVICE).image(secret().reference());
  }

  @Test
  void aPreloadedImageRunsAlsoWhereItCannotBePulled() {
    try (SwarmClient m = swarm().node("docker01").connect()) {
      m.services()
          .create(SERVICE)
          .image(BOTH)
          .args("httpd", "-f")
          .stopGracePeriod(Duration.ofSeconds(1))
          .await();
      assertThat(m.services().tasks(SERVICE).running()).hasSize(1);
    }
  }

  @Test
  void anImageIsPulledWithALogin() {
    List<PullProgress> progress = new ArrayList<>();
    try (SwarmClient client = swarm().node("docker03").connect()) {
      client
          .images()
          .pull(secret().reference())
          .registryAuth(secret().user(), secret().password())
          .onProgress(progress::add)
          .execute();
      assertThat(progress).anySatisfy(p -> assertThat(p.status()).isEqualTo("Pull complete"));
      assertThat(client.images().inspect(secret().reference()).repoTags())
          .contains(secret().reference());
    }
  }

  @Test
  void anotherPasswordIsDenied() {
    try (SwarmClient client = swarm().node("docker02").connect()) {
      assertThatThrownBy(
              () ->
                  client
                      .images()
                      .pull(secret().reference())
                      .registryAuth(secret().user(), "guessed")
                      .execute())
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("unauthorized")
          .hasMessageNotContaining("guessed");
    }
  }

  @Test
  void noLoginIsATypedFailure() {
    try (SwarmClient client = swarm().node("docker02").connect()) {
      assertThatThrownBy(() -> client.images().pull(secret().reference()).execute())
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("no basic auth credentials");
    }
  }

  @Test
  void closeLeavesNothing() {
    DockerClient docker = OuterEngine.client();
    String registry;
    List<String> volumes = new ArrayList<>();
    try (DindSwarm swarm =
        DindSwarm.builder().nodeImage(image).host("docker01").privateImage(BOTH).start()) {
      registry = Objects.requireNonNull(swarm.registryId());
      Objects.requireNonNull(docker.inspectContainerCmd(registry).exec().getMounts())
          .forEach(mount -> volumes.add(mount.getName()));
    }
    assertThat(volumes).hasSize(1);
    assertThatThrownBy(() -> docker.inspectContainerCmd(registry).exec())
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> docker.inspectVolumeCmd(volumes.get(0)).exec())
        .isInstanceOf(NotFoundException.class);
  }
}
