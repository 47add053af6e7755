package io.github.swarmclient.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.swarmclient.LogLine;
import io.github.swarmclient.LogStream;
import io.github.swarmclient.SwarmClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppImageTest {
  /** Statically linked on Debian, because it has to work when nothing else does. */
  private static final Path LDCONFIG = Path.of("/sbin/ldconfig");

  @TempDir private Path folder;

  private Path tar() {
    return folder.resolve("app.tar");
  }

  @Test
  void aProgramRunsAsAService() {
    RealEngines.require(LocalSwarm.unavailable());
    AppImage image =
        AppImage.named("my/app:1").executable(LDCONFIG, "--help").env("GREETING", "hello");
    try (SwarmCluster cluster = SwarmCluster.local().managers(1).image(image).start();
        SwarmClient swarm = cluster.connect()) {
      assertThat(said(swarm, "my/app:1", "--version")).startsWith("ldconfig (");
      assertThat(swarm.images().inspect("my/app:1").config())
          .satisfies(config -> assertThat(requireNonNull(config).env()).contains("GREETING=hello"));
    }
  }

  @Test
  void aRootFileSystemIsTheRootOfContainers() throws IOException {
    RealEngines.require(LocalSwarm.unavailable());
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(root.resolve("bin"), Path.of("usr/bin"));
    Files.copy(LDCONFIG, root.resolve("usr/bin/tool"));
    root.resolve("usr/bin/tool").toFile().setExecutable(true, false);
    Path image =
        AppImage.named("rooted")
            .rootFileSystem(root)
            .text("/etc/ld.so.conf", "/nowhere\n")
            .entrypoint("/bin/tool")
            .saveTo(tar());
    try (SwarmCluster cluster = SwarmCluster.local().managers(1).start();
        SwarmClient swarm = cluster.connect()) {
      cluster.load(image);
      assertThat(said(swarm, "rooted", "-v", "-N", "-X")).contains("/nowhere");
    }
  }

  /** Runs a job to its end and returns the first line of what it says. */
  private static String said(SwarmClient swarm, String image, String... arguments) {
    swarm.services().create("job").image(image).args(arguments).replicatedJob(1, 1).await();
    try (LogStream log = swarm.services().logs("job").open()) {
      return log.lines().map(LogLine::text).findFirst().orElse("nothing");
    }
  }

  @Test
  void embeddedEnginesTakeItToo() {
    AppImage app = AppImage.named("my/app").text("/run.sh", "#!/bin/sh\nexec sleep 9\n");
    Path other = AppImage.named("my/other:2").text("/run.sh", "#!/bin/sh\n").saveTo(tar());
    try (SwarmCluster cluster =
            SwarmCluster.embedded().managers(1).image(app).onlyImages("none").start();
        SwarmClient swarm = cluster.connect()) {
      assertThat(swarm.images().list()).anyMatch(i -> i.repoTags().contains("my/app:latest"));
      cluster.load(other);
      for (String image : List.of("my/app", "my/other:2")) {
        swarm.services().create(image.substring(3, 6)).image(image).await();
        assertThat(swarm.services().tasks(image.substring(3, 6)).running()).hasSize(1);
      }
    }
  }

  @Test
  void aFileThatHoldsNoImageIsNotLoaded() throws IOException {
    Files.writeString(tar(), "no image");
    try (SwarmCluster cluster = SwarmCluster.embedded().managers(1).start()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> cluster.load(tar()))
          .withMessageContaining("app.tar cannot be loaded as an image")
          .withMessageContaining("docker save");
    }
  }

  @Test
  void whatCannotBeInAnImageIsRefused() {
    AppImage image = AppImage.named("my/app:1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> image.executable(folder.resolve("nope")))
        .withMessageContaining("nope is no file that can be read");
    assertThatIllegalArgumentException().isThrownBy(() -> image.rootFileSystem(tar()));
    for (String path : List.of("relative", "/up/../etc/passwd", "/folder/")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> image.text(path, ""))
          .withMessageContaining(path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "My/App", "a b", "/app", "app:", "app:1/2\r\n"})
  void whatIsNoNameOfAnImageIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AppImage.named(name))
        .withMessageContaining("no name of an image");
  }
}
