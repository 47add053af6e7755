package io.github.swarmclient.testkit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.ExecResult;
import io.github.swarmclient.SwarmClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs in containers of embedded engines, and what does not. */
class EmbeddedProgramsTest {
  private final EmbeddedSwarm cluster = SwarmCluster.embedded().managers(1).start();
  private final SwarmClient swarm = cluster.connect();

  @AfterEach
  void close() {
    swarm.close();
    cluster.close();
  }

  private String task() {
    swarm.services().create("app").image("app:1").await();
    return swarm.services().tasks("app").running().get(0).id();
  }

  @Test
  void aShellDoesWhatItSaysOrFails() {
    String task = task();
    for (String script :
        new String[] {
          "echo a | cat", "echo a > /tmp/f", "false; echo $?", "echo `date`", "cat </x"
        }) {
      ExecResult result = swarm.tasks().exec(task, "sh", "-c", script);
      assertThat(result.exitCode()).as(script).isEqualTo(2);
      assertThat(result.stderr()).contains("beyond the shell of embedded engines");
    }
    ExecResult plain = swarm.tasks().exec(task, "sh", "-c", "echo 'a | b > c $?' && echo bad >&2");
    assertThat(plain.stdout()).isEqualTo("a | b > c $?\n");
    assertThat(plain.stderr()).isEqualTo("bad\n");
  }

  @Test
  void inputIsTakenAlsoWithoutASocket() {
    ExecResult result = swarm.tasks().exec(task()).command("hostname").input("unread").execute();
    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout()).isNotBlank();
  }

  @Test
  void whoIsNotAskedIsNotUnhealthy() {
    cluster.whenImage("app:1").becomesUnhealthyAfter(ofSeconds(3));
    swarm.services().create("app").image("app:1").noHealthcheck().await();
    cluster.advance(ofSeconds(60));
    assertThat(swarm.services().tasks("app")).hasSize(1);
    assertThat(swarm.services().tasks("app").running()).hasSize(1);
  }
}
