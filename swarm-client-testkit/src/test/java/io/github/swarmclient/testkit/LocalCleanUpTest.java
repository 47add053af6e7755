package io.github.swarmclient.testkit;

import static io.github.swarmclient.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.SwarmClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What local engines leave behind: nothing, however the JVM ends. */
class LocalCleanUpTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @BeforeAll
  static void require() {
    RealEngines.require(LocalSwarm.unavailable());
  }

  @Test
  void closeLeavesNothing() throws Exception {
    LocalSwarm swarm = SwarmCluster.local().managers(1).workers(1).start();
    String name = swarm.machine().toString();
    assertThat(left(name)).isNotEmpty();
    swarm.node("docker02").pause();
    swarm.close();
    swarm.close();
    // What started the frozen engine ends a moment after it.
    eventually(SOON, () -> assertThat(left(name)).isEmpty());
  }

  @Test
  void aJvmThatIsKilledLeavesNothing() throws Exception {
    Process victim =
        new ProcessBuilder(JavaProgram.command(Victim.class, List.of()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = victim.inputReader()) {
      String name = Objects.requireNonNull(said.readLine(), "the victim has said nothing");
      assertThat(left(name)).isNotEmpty();
      victim.destroyForcibly();
      eventually(SOON, () -> assertThat(left(name)).isEmpty());
    }
  }

  /** The program that is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws Exception {
      LocalSwarm swarm = SwarmCluster.local().managers(1).workers(1).start();
      System.out.println(swarm.machine());
      try (SwarmClient client = swarm.connect()) {
        client.events().open().events().forEach(event -> {});
      }
    }
  }

  /** Returns the network devices, files, control groups and processes of a cluster. */
  private static List<String> left(String name) throws IOException {
    String number = name.replaceFirst("swarm-", "");
    Path files = Path.of(System.getProperty("java.io.tmpdir"), "swarm-local", number);
    Stream<String> devices = Stream.of("/sys/class/net/" + name, files.toString());
    Stream<String> processes =
        ProcessHandle.allProcesses()
            .filter(process -> isOf(commandLine(process), name, number))
            .map(process -> "process " + process.pid());
    try (Stream<Path> groups = Files.walk(Path.of("/sys/fs/cgroup"), 3)) {
      Stream<String> left =
          groups.map(Path::toString).filter(group -> group.endsWith("/" + name)).toList().stream();
      return Stream.of(devices.filter(file -> Files.exists(Path.of(file))), processes, left)
          .flatMap(all -> all)
          .toList();
    }
  }

  private static boolean isOf(String commandLine, String name, String number) {
    return commandLine.contains("/swarm-local/" + number + "/")
        || commandLine.contains("/" + name + "/");
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }
}
