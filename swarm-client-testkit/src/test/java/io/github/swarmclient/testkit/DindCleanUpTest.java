package io.github.swarmclient.testkit;

import static io.github.swarmclient.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What engines in containers leave behind: nothing, however the JVM ends, without Ryuk too. */
class DindCleanUpTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @BeforeAll
  static void require() {
    RealEngines.require(RealEngines.images().get(0));
  }

  @Test
  void aJvmThatIsKilledLeavesNothing() throws Exception {
    Process victim = start(JavaProgram.command(Victim.class, List.of(), image()));
    try (BufferedReader said = victim.inputReader()) {
      String label = Objects.requireNonNull(said.readLine(), "the victim has said nothing");
      assertThat(left(label)).anyMatch(what -> what.startsWith("container"));
      assertThat(left(label)).anyMatch(what -> what.startsWith("volume"));
      assertThat(left(label)).anyMatch(what -> what.startsWith("network"));
      victim.destroyForcibly();
      eventually(SOON, () -> assertThat(left(label)).isEmpty());
    }
  }

  @Test
  void aKeyboardInterruptLeavesNothing() throws Exception {
    // Who is started in the background, as these tests may be, ignores it, and so do its children.
    List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
    command.addAll(JavaProgram.command(Victim.class, List.of(), image()));
    Process victim = start(command);
    try (BufferedReader said = victim.inputReader()) {
      String label = Objects.requireNonNull(said.readLine(), "the victim has said nothing");
      // The terminal sends it to all processes of the group.
      Command.run("sh", "-c", "kill -INT -" + victim.pid());
      eventually(SOON, () -> assertThat(left(label)).isEmpty());
    }
  }

  @Test
  void aFileThatIsWatchedIsDeletedAndOneThatIsClosedStays(@TempDir Path folder) throws Exception {
    Path watched = Files.createFile(folder.resolve("watched"));
    Path closed = Files.createFile(folder.resolve("closed"));
    start(JavaProgram.command(FileVictim.class, List.of(), watched.toString(), closed.toString()))
        .waitFor();
    eventually(SOON, () -> assertThat(watched).doesNotExist());
    assertThat(closed).exists();
  }

  private static Process start(List<String> command) throws Exception {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String image() {
    return RealEngines.images().get(0);
  }

  /** The program that is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws Exception {
      try (DindSwarm swarm =
          SwarmCluster.dind().nodeImage(args[0]).managers(1).workers(1).start()) {
        System.out.println(OuterEngine.sessionLabel());
        Thread.sleep(SOON.toMillis());
        swarm.report();
      }
    }
  }

  /** A program that ends by itself, and leaves what it should not. */
  static final class FileVictim {
    private FileVictim() {}

    public static void main(String[] args) {
      DindWatch.file(args[0]);
      DindWatch.file(args[1]).close();
    }
  }

  private static List<String> left(String label) {
    DockerClient docker = OuterEngine.client();
    List<String> labels = List.of(label);
    List<String> left = new ArrayList<>();
    docker
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(labels)
        .exec()
        .forEach(container -> left.add("container " + container.getId()));
    docker
        .listNetworksCmd()
        .withFilter("label", labels)
        .exec()
        .forEach(network -> left.add("network " + network.getId()));
    Objects.requireNonNullElse(
            docker.listVolumesCmd().withFilter("label", labels).exec().getVolumes(),
            List.<InspectVolumeResponse>of())
        .forEach(volume -> left.add("volume " + volume.getName()));
    return left;
  }
}
