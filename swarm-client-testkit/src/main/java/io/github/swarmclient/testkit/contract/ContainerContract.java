package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.LogLine;
import io.github.swarmclient.LogSource;
import io.github.swarmclient.LogStream;
import io.github.swarmclient.NoConnectionException;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 27 and 30 of the walkthrough: what containers write, and what is brought into them. */
abstract class ContainerContract extends SwarmContract {
  private static final String CHATTY =
      "while true; do echo \"out of $HOSTNAME\"; echo err >&2; sleep 1; done";

  private void chatty(int replicas) {
    brisk(m.services().create("chatty").image("alpine").args("sh", "-c", CHATTY))
        .stopGracePeriod(ofSeconds(1))
        .replicas(replicas)
        .await();
    until("all write", () -> lines().stream().map(LogLine::taskId).distinct().count() == replicas);
  }

  private List<LogLine> lines() {
    try (LogStream logs = m.services().logs("chatty").open()) {
      return logs.lines().toList();
    }
  }

  @Test
  void row27EveryLineHasItsTaskNodeTimeAndStream() {
    chatty(2);
    List<LogLine> lines = new ArrayList<>();
    try (LogStream logs = m.services().logs("chatty").follow().open()) {
      logs.lines().limit(8).forEach(lines::add);
    }
    assertThat(lines).hasSize(8);
    for (LogLine line : lines) {
      boolean out = line.source().equals(LogSource.STDOUT);
      assertThat(line.text()).startsWith(out ? "out of" : "err");
      assertThat(line.timestamp()).isNotNull();
      Task task = m.tasks().inspect(Objects.requireNonNull(line.taskId()));
      assertThat(task.nodeId()).isEqualTo(line.nodeId());
      assertThat(task.serviceId()).isEqualTo(line.serviceId());
    }
    assertThat(lines.stream().map(LogLine::taskId).collect(Collectors.toSet()))
        .isSubsetOf(runningIds("chatty"));
    assertThat(lines.stream().map(LogLine::source).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(LogSource.STDOUT, LogSource.STDERR);
  }

  @Test
  void row27OneStreamAndTheLastLinesAreReadAlone() {
    chatty(1);
    try (LogStream logs = m.services().logs("chatty").stderr().open()) {
      assertThat(logs.lines().toList())
          .isNotEmpty()
          .allMatch(line -> line.source().equals(LogSource.STDERR));
    }
    try (LogStream logs = m.services().logs("chatty").tail(1).open()) {
      assertThat(logs.lines().toList()).hasSize(1);
    }
    String task = running("chatty").get(0).id();
    try (LogStream logs = m.tasks().logs(task).stdout().open()) {
      assertThat(logs.lines().toList()).isNotEmpty().allMatch(l -> task.equals(l.taskId()));
    }
  }

  @Test
  void row27CloseEndsTheStreamForAThreadThatWaits() throws Exception {
    sleeper("chatty").replicas(1).await();
    CompletableFuture<Boolean> waiting;
    try (LogStream logs = m.services().logs("chatty").follow().open()) {
      waiting = CompletableFuture.supplyAsync(logs::hasNext);
    }
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void row27ABrokenStreamIsAnErrorAndNoEnd() {
    chatty(1);
    try (LogStream logs = m.services().logs("chatty").follow().open()) {
      assertThat(logs.next().text()).isNotBlank();
      host1.kill();
      refusal(
          SwarmException.class,
          () -> {
            while (logs.hasNext()) {
              logs.next();
            }
          });
    }
  }

  @Test
  void row30AFileReachesEveryReplicaThroughItsOwnNode(@TempDir Path folder) throws IOException {
    web("my_web").replicas(4).await();
    Path page = Files.writeString(folder.resolve("index.html"), "copied by swarm-client\n");
    List<Task> tasks = m.services().copyTo("my_web", page, "/usr/share/nginx/html");
    assertThat(tasks)
        .extracting(Task::id)
        .containsExactlyInAnyOrderElementsOf(runningIds("my_web"));
    assertThat(tasks.stream().map(Task::nodeId).distinct()).hasSize(3);
    for (Task task : tasks) {
      assertThat(m.tasks().exec(task, "cat", "/usr/share/nginx/html/index.html").stdout())
          .isEqualTo("copied by swarm-client\n");
    }
    ServiceTask one = running("my_web").get(0);
    Files.writeString(page, "only here\n");
    m.tasks().copyTo(one.task(), page, "/usr/share/nginx/html");
    for (ServiceTask task : running("my_web")) {
      assertThat(m.tasks().exec(task.task(), "cat", "/usr/share/nginx/html/index.html").stdout())
          .isEqualTo(task.id().equals(one.id()) ? "only here\n" : "copied by swarm-client\n");
    }
  }

  @Test
  void row30ANodeWithoutAConnectionIsAClearError(@TempDir Path folder) throws IOException {
    web("my_web").replicas(3).await();
    Path page = Files.writeString(folder.resolve("index.html"), "half\n");
    try (SwarmClient alone = host1.connect()) {
      ServiceTask remote =
          running("my_web").stream()
              .filter(task -> !task.node().equals("docker01"))
              .findFirst()
              .orElseThrow();
      assertThat(
              refusal(
                  NoConnectionException.class, () -> alone.tasks().exec(remote.task(), "hostname")))
          .hasMessageContaining(remote.id())
          .hasMessageContaining("reaching");
      refusal(
          NoConnectionException.class,
          () -> alone.services().copyTo("my_web", page, "/usr/share/nginx/html"));
    }
    // None was written to, also not the one that could be reached.
    for (ServiceTask task : running("my_web")) {
      assertThat(m.tasks().exec(task.task(), "cat", "/usr/share/nginx/html/index.html").stdout())
          .isNotEqualTo("half\n");
    }
  }
}
