package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.contract.ClusterContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** On engines of this machine, with the images of {@code SWARM_ENGINE_IMAGES}. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("LocalVerbsTest") // by which its own tests run one after the other
class LocalVerbsTest extends ClusterContract {
  private static @Nullable LocalSwarm shared;

  @BeforeAll
  static void start() {
    RealEngines.require(LocalSwarm.unavailable());
    shared = SwarmCluster.local().managers(3).workers(1).image(IMAGE).start();
  }

  @AfterAll
  static void close() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  private static LocalSwarm swarm() {
    return Objects.requireNonNull(shared);
  }

  @Override
  protected SwarmCluster cluster() {
    return swarm();
  }

  @Test
  void badInputIsRefusedAtOnce() {
    BadBuilders.areRefused(SwarmCluster::local);
  }

  @Test
  void everyHostIsAMachineOfItsOwn() {
    for (SwarmNode node : swarm().nodes()) {
      assertThat(node.exec("hostname").stdout().strip()).isEqualTo(node.hostname());
      assertThat(node.exec("sh", "-c", "ls /sys/class/net").stdout().split("\n", -1))
          .contains("eth0", "lo")
          .doesNotContain(swarm().machine().toString());
      assertThat(node.exec("docker", "info", "-f", "{{.Name}}").stdout().strip())
          .isEqualTo(node.hostname());
    }
  }

  @Test
  void theSocketAnswersAlsoWhileTheEngineIsIsolated() {
    LocalNode node = swarm().node("docker04");
    node.isolate();
    try (SwarmClient console = SwarmClient.connect(node.socket().toString())) {
      assertThat(console.info().name()).isEqualTo("docker04");
    }
    node.heal();
  }

  @Test
  void containersThatNoServiceHasGoWithAReset() {
    LocalNode node = swarm().node("docker04");
    ExecResult run = node.exec("docker", "run", "-d", "--name", "alone", IMAGE);
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    swarm().reset();
    assertThat(node.exec("docker", "ps", "-aq").stdout()).isEmpty();
  }

  @Test
  void anImageThatIsNowhereIsNamed() {
    assertThatThrownBy(() -> SwarmCluster.local().managers(1).image("nowhere/app:7").start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere/app:7")
        .hasMessageContaining("imageTar");
  }

  @Test
  void aRootFileSystemThatIsNoneTellsWhy(@TempDir Path root) throws Exception {
    Path dockerd = root.resolve("usr/bin/dockerd");
    Files.createDirectories(dockerd.getParent());
    Files.createFile(
        dockerd,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    assertThatThrownBy(() -> SwarmCluster.local().managers(2).engineRoot(root).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("failed docker0")
        .hasMessageContaining("mount:");
  }

  @Test
  void anEngineThatEndsTellsWhy() {
    assertThatThrownBy(
            () -> SwarmCluster.local().managers(1).engineFlags("--storage-driver=nonsense").start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("docker01")
        .hasMessageContaining("driver not supported");
  }
}
