package io.github.swarmclient.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is left is seen; {@link Rounds} could tell nothing otherwise. */
class TracesTest {
  @TempDir private Path temporary;

  @BeforeEach
  void needsProc() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/ns")), "there is no /proc to look into");
  }

  @Test
  void aProcessIsSeenUntilItHasEnded() throws Exception {
    String mark = UUID.randomUUID().toString();
    ProcessBuilder program = new ProcessBuilder("sleep", "600");
    program.environment().put(Traces.VARIABLE, mark);
    Traces traces = new Traces(temporary, mark);
    Process process = program.start();
    try {
      assertThat(traces.left(0))
          .singleElement()
          .asString()
          .contains("process " + process.pid(), "sleep 600");
      assertThat(new Traces(temporary, "another").left(0)).isEmpty();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(traces.left(0)).isEmpty();
  }

  @Test
  void theDirectoryOfAClusterIsSeenThatAProcessHasNamed() throws Exception {
    String mark = UUID.randomUUID().toString();
    Path directory = Files.createDirectories(temporary.resolve("swarm-local/7777777/docker01"));
    ProcessBuilder program = new ProcessBuilder("sh", "-c", "read line", directory + "/");
    program.environment().put(Traces.VARIABLE, mark);
    Traces traces = new Traces(temporary, mark);
    Process process = program.start();
    traces.note();
    process.destroyForcibly().waitFor();
    assertThat(traces.left(0)).containsExactly("directory " + directory.getParent());
  }
}
