package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.model.OrchestrationConfig;
import io.github.swarmclient.model.RestartCondition;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows a task that has ended, and what is kept of it. */
abstract class RestartContract extends Observed {

  @Test
  void whatIsLeftOfATaskThatFailed() {
    once("app", "exit 3").execute();
    JsonNode failed = untilAtLeast("app", in("failed"), 1).get(0);
    until("it is given up", () -> desired(tasks("app").get(0)).equals("shutdown"));
    assertThat(err(failed)).isEqualTo("task: non-zero exit (3)");
    assertThat(failed.at("/Status/Message").asText()).isEqualTo("started");
    assertThat(failed.at("/Status/ContainerStatus/ExitCode").asInt()).isEqualTo(3);
    assertThat(failed.at("/Status/ContainerStatus/ContainerID").asText()).hasSize(64);
    assertThat(failed.at("/Status/ContainerStatus/PID").asInt()).isZero();
  }

  @Test
  void whatIsLeftOfATaskThatIsDone() {
    once("app", "exit 0").execute();
    JsonNode done = untilAtLeast("app", in("complete"), 1).get(0);
    assertThat(done.at("/Status/Message").asText()).isEqualTo("finished");
    assertThat(done.at("/Status/Err").isMissingNode()).isTrue();
    assertThat(done.at("/Status/ContainerStatus/ExitCode").asInt()).isZero();
  }

  @Test
  void theNextTaskIsReadyAndWaitsForItsTime() {
    shell("app", "exit 1").restartPolicy(r -> r.delay(ofSeconds(3))).execute();
    untilAtLeast("app", in("failed"), 1);
    untilCount("app", task -> state(task).equals("ready") && desired(task).equals("ready"), 1);
    JsonNode first = tasks("app").get(0);
    List<JsonNode> failed = untilAtLeast("app", in("failed"), 2);
    assertThat(since(failed.get(1))).isAfterOrEqualTo(since(first).plus(ofMillis(2800)));
    assertThat(slot(failed.get(1))).isEqualTo(slot(first));
  }

  @Test
  void attemptsAreCountedForEachSlot() {
    shell("app", "exit 1")
        .replicas(2)
        .restartPolicy(r -> r.maxAttempts(1L).delay(Duration.ZERO))
        .execute();
    untilCount("app", in("failed"), 4);
    pause(ofSeconds(1));
    assertThat(tasks("app")).extracting(Observed::slot).containsExactlyInAnyOrder(1L, 1L, 2L, 2L);
  }

  @Test
  void attemptsAreCountedWithinTheWindow() {
    shell("seldom", "sleep 1; exit 1")
        .restartPolicy(r -> r.maxAttempts(1L).window(ofMillis(500)).delay(Duration.ZERO))
        .execute();
    shell("often", "exit 1")
        .restartPolicy(r -> r.maxAttempts(1L).window(ofSeconds(60)).delay(Duration.ZERO))
        .execute();
    // Of a few attempts not all are kept.
    Set<String> failed = new HashSet<>();
    until(
        "seldom was tried again and again",
        () -> {
          tasks("seldom", in("failed")).forEach(task -> failed.add(task.path("ID").asText()));
          return failed.size() >= 3;
        });
    assertThat(tasks("often", in("failed"))).hasSize(2);
  }

  @Test
  void anUpdateBeginsToCountAnew() {
    shell("app", "exit 1").restartPolicy(r -> r.maxAttempts(1L).delay(Duration.ZERO)).execute();
    untilCount("app", in("failed"), 2);
    m.services().update("app").args("sh", "-c", "exit 2").execute();
    until(
        "it has failed twice again",
        () -> count("app", task -> err(task).equals("task: non-zero exit (2)")) == 2);
  }

  @Test
  void onlySoManyTasksOfASlotAreKept() {
    shell("app", "exit 1").restartPolicy(r -> r.delay(Duration.ZERO)).execute();
    JsonNode first = untilAtLeast("app", in("failed"), 1).get(0);
    until(
        "the first is forgotten",
        () -> count("app", task -> task.path("ID").equals(first.path("ID"))) == 0);
    // The limit is 5; the one that comes next is there already.
    assertThat(tasks("app").size()).isBetween(5, 7);
  }

  @Test
  void noHistoryIsKeptIfNoneIsWanted() {
    limit(0);
    try {
      sleeper("app").await();
      m.services().update("app").env("A", "b").await();
      until("the old one is forgotten", () -> tasks("app").size() == 1);
    } finally {
      limit(5);
    }
  }

  private void limit(long tasks) {
    m.update()
        .edit(
            s ->
                s.orchestration(
                    OrchestrationConfig.builder().taskHistoryRetentionLimit(tasks).build()))
        .execute();
  }

  @Test
  void asManyAsTheAttemptsAreKept() {
    shell("app", "exit 1").restartPolicy(r -> r.maxAttempts(7L).delay(Duration.ZERO)).execute();
    untilCount("app", in("failed"), 8);
  }

  @Test
  void aMissingImageIsTriedAgainAfterTheDelay() {
    brisk(m.services().create("app").image("nosuch.invalid/image:1"))
        .restartPolicy(r -> r.delay(ofSeconds(2)))
        .execute();
    JsonNode first = untilAtLeast("app", in("rejected"), 1).get(0);
    assertThat(err(first)).contains("nosuch.invalid/image:1");
    JsonNode second = untilAtLeast("app", task -> true, 3).get(1);
    assertThat(Duration.between(since(first), time(tasks("app").get(2).path("CreatedAt"))))
        .isGreaterThan(ofSeconds(1));
    assertThat(second.path("ID")).isNotEqualTo(first.path("ID"));
  }

  @Test
  void aProgramThatIsNotThereFailsTheTask() {
    once("app", "").args("nosuchprogram").execute();
    JsonNode failed =
        untilAtLeast("app", t -> List.of("failed", "rejected").contains(state(t)), 1).get(0);
    assertThat(err(failed)).contains("nosuchprogram").contains("executable file not found");
    assertThat(failed.at("/Status/ContainerStatus/ExitCode").asInt()).isEqualTo(127);
  }

  @Test
  void aGlobalTaskIsFollowedOnItsNode() {
    sleeper("app").global().restartPolicy(r -> r.delay(Duration.ZERO)).await();
    m.services()
        .update("app")
        .args("sh", "-c", "exit 1")
        .updateConfig(u -> u.parallelism(0))
        .restartPolicy(r -> r.condition(RestartCondition.ON_FAILURE).maxAttempts(1L))
        .execute();
    until("each has failed twice", () -> count("app", in("failed")) >= 6);
    assertThat(tasks("app", in("failed")))
        .extracting(task -> task.path("NodeID").asText())
        .contains(idOf(m), idOf(w2), idOf(w3));
  }

  @Test
  void aContainerThatMayHaveMoreProcessorsThanThereAreIsRejected() {
    sleeper("app").limitCpus(1000).restartPolicy(r -> r.delay(ofSeconds(30))).execute();
    JsonNode task = untilAtLeast("app", in("rejected"), 1).get(0);
    assertThat(task.at("/Status/Err").asText())
        .matches(
            "[Rr]ange of CPUs is from 0.01 to (\\d+).00, as there are only \\1 CPUs available");
  }
}
