package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told where there is no Docker; in a JVM of its own, which looks for it once. */
class NoDockerTest {
  @Test
  void aSocketThatIsNotThereIsNamed(@TempDir Path folder) throws Exception {
    String address = "unix://" + folder.resolve("docker.sock");
    assertThat(reason(address))
        .contains("start one, or set DOCKER_HOST", "DOCKER_HOST is " + address);
  }

  @Test
  void anEngineThatNeverAnswersIsNotWaitedForForEver() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String address = "tcp://127.0.0.1:" + silent.getLocalPort();
      assertThat(reason(address))
          .contains("start one, or set DOCKER_HOST", "DOCKER_HOST is " + address);
    }
  }

  private static String reason(String dockerHost) throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(JavaProgram.command(Asking.class, List.of()))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    program.environment().put("DOCKER_HOST", dockerHost);
    program.environment().remove("DOCKER_TLS_VERIFY");
    Process process = program.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Prints why there can be no engines. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] args) {
      System.out.println(DindSwarm.unavailable().orElse("there is Docker"));
    }
  }
}
