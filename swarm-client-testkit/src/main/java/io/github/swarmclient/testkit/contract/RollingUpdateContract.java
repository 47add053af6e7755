package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.model.FailureAction;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.model.UpdateOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How an update goes through the tasks of a service, and what the service says of it meanwhile. */
abstract class RollingUpdateContract extends Observed {
  private static final Duration MONITOR = ofMillis(500);

  private ServiceCreate quick(String name) {
    return sleeper(name)
        .updateConfig(u -> u.monitor(MONITOR))
        .rollbackConfig(u -> u.monitor(MONITOR));
  }

  /** Begins a service whose failed tasks are not followed by others, and are noticed for sure. */
  private ServiceCreate fragile(String name) {
    return sleeper(name)
        .updateConfig(u -> u.monitor(ofSeconds(3)))
        .rollbackConfig(u -> u.monitor(ofSeconds(3)))
        .restartPolicy(r -> r.condition(RestartCondition.NONE));
  }

  private JsonNode status(String service) {
    return service(service).path("UpdateStatus");
  }

  private void untilStatus(String service, String state) {
    until(service + " is " + state, () -> status(service).path("State").asText().equals(state));
  }

  private Set<String> ids(String service) {
    return tasks(service, Observed::isWanted).stream()
        .map(task -> task.path("ID").asText())
        .collect(Collectors.toSet());
  }

  private List<JsonNode> fresh(String service, Set<String> before) {
    return tasks(service, task -> !before.contains(task.path("ID").asText()));
  }

  @Test
  void anUpdateSaysWhenItBeganAndEnded() {
    quick("app").await();
    assertThat(service("app").has("UpdateStatus")).isFalse();
    assertThat(service("app").has("PreviousSpec")).isFalse();
    m.services().update("app").env("A", "b").execute();
    untilStatus("app", "updating");
    JsonNode begun = status("app");
    assertThat(begun.path("Message").asText()).isEqualTo("update in progress");
    assertThat(begun.has("CompletedAt")).isFalse();
    untilStatus("app", "completed");
    JsonNode ended = status("app");
    assertThat(ended.path("Message").asText()).isEqualTo("update completed");
    assertThat(ended.path("StartedAt")).isEqualTo(begun.path("StartedAt"));
    assertThat(time(ended.path("CompletedAt")))
        .isAfterOrEqualTo(time(ended.path("StartedAt")).plus(MONITOR));
    assertThat(service("app").at("/PreviousSpec/TaskTemplate/ContainerSpec/Env").isMissingNode())
        .isTrue();
  }

  @Test
  void whatChangesNoTaskIsNoUpdate() {
    quick("app").await();
    Set<String> before = ids("app");
    m.services().update("app").label("tier", "web").execute();
    m.services().scale("app", 2).await();
    assertThat(service("app").has("UpdateStatus")).isFalse();
    assertThat(ids("app")).hasSize(2).containsAll(before);
    assertThat(service("app").at("/PreviousSpec/Mode/Replicated/Replicas").asLong()).isEqualTo(1);
  }

  @Test
  void aNewSpecOfTheEndpointReplacesTheTasks() {
    quick("app").await();
    Set<String> before = ids("app");
    m.services().update("app").publish(p -> p.target(80).published(8070).host()).await();
    assertThat(ids("app")).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  @Test
  void aPlacementThatStillFitsKeepsItsTasks() {
    quick("app").constraint("node.hostname!=docker01").replicas(2).await();
    Set<String> before = ids("app");
    m.services().update("app").constraint("node.role==worker").execute();
    m.services().rollout("app").await();
    assertThat(ids("app")).isEqualTo(before);
    m.services().update("app").constraint("node.hostname!=docker02").await();
    assertThat(places("app")).containsExactly("docker03", "docker03");
  }

  @Test
  void theOldTaskStopsFirst() {
    quick("app").await();
    m.services().update("app").env("A", "b").await();
    List<JsonNode> tasks = tasks("app");
    assertThat(state(tasks.get(0))).isEqualTo("shutdown");
    assertThat(desired(tasks.get(0))).isEqualTo("shutdown");
    assertThat(since(tasks.get(1))).isAfter(since(tasks.get(0)));
  }

  @Test
  void theNewTaskStartsFirstIfItIsToldSo() {
    quick("app").updateConfig(u -> u.order(UpdateOrder.START_FIRST)).await();
    m.services().update("app").env("A", "b").await();
    untilCount("app", in("shutdown"), 1);
    List<JsonNode> tasks = tasks("app");
    assertThat(since(tasks.get(1))).isBefore(since(tasks.get(0)));
  }

  @Test
  void aTaskThatCannotStartLeavesTheOldOneIfItIsToStartFirst() {
    fragile("app").updateConfig(u -> u.order(UpdateOrder.START_FIRST)).await();
    m.services().update("app").args("nosuchprogram").execute();
    untilStatus("app", "paused");
    List<JsonNode> tasks = tasks("app");
    assertThat(state(tasks.get(1))).isIn("failed", "rejected");
    assertThat(isRunning(tasks.get(0))).isTrue();
  }

  @Test
  void allAtOnceMeansAllAtOnce() {
    quick("app").replicas(3).updateConfig(u -> u.parallelism(0).delay(ofSeconds(30))).await();
    Set<String> before = ids("app");
    m.services().update("app").env("A", "b").execute();
    until("all are replaced", () -> fresh("app", before).size() == 3);
    untilStatus("app", "updating");
  }

  @Test
  void soManyAtATimeMeansSoMany() {
    quick("app").replicas(3).updateConfig(u -> u.parallelism(2).delay(ofSeconds(30))).await();
    Set<String> before = ids("app");
    m.services().update("app").env("A", "b").execute();
    until("two are replaced", () -> count("app", t -> isNew(t, before) && isRunning(t)) == 2);
    pause(ofSeconds(1));
    assertThat(fresh("app", before)).hasSize(2);
  }

  private static boolean isNew(JsonNode task, Set<String> before) {
    return !before.contains(task.path("ID").asText());
  }

  @Test
  void anotherUpdateTakesThePlaceOfTheFirst() {
    quick("app").replicas(3).updateConfig(u -> u.delay(ofSeconds(60))).await();
    m.services().update("app").env("A", "b").execute();
    untilStatus("app", "updating");
    m.services().update("app").env("A", "c").updateConfig(u -> u.delay(Duration.ZERO)).await();
    assertThat(tasks("app", Observed::isRunning))
        .hasSize(3)
        .allMatch(t -> t.at("/Spec/ContainerSpec/Env").toString().contains("A=c"));
  }

  @Test
  void aPauseBetweenTasksIsAlsoAPauseBeforeTheEnd() {
    // Who pauses for so long is watched for a second longer than that.
    quick("app").updateConfig(u -> u.delay(ofSeconds(1)).monitor(MONITOR)).await();
    m.services().update("app").env("A", "b").execute();
    untilStatus("app", "completed");
    Instant begun = time(status("app").path("StartedAt"));
    assertThat(time(status("app").path("CompletedAt"))).isAfter(begun.plus(ofSeconds(3)));
  }

  @Test
  void aFailureStopsTheUpdateUntilTheNext() {
    fragile("app").replicas(2).updateConfig(u -> u.delay(ofSeconds(1))).await();
    m.services().update("app").args("false").execute();
    untilStatus("app", "paused");
    JsonNode paused = status("app");
    JsonNode failed = tasks("app", in("failed")).get(0);
    assertThat(paused.path("Message").asText())
        .isEqualTo(
            "update paused due to failure or early termination of task "
                + failed.path("ID").asText());
    assertThat(paused.has("StartedAt")).isTrue();
    assertThat(paused.has("CompletedAt")).isFalse();
    assertThat(count("app", Observed::isRunning)).isEqualTo(1);
    m.services().update("app").args("sleep", "100").await();
    assertThat(count("app", Observed::isRunning)).isEqualTo(2);
    assertThat(status("app").path("State").asText()).isEqualTo("completed");
  }

  @Test
  void aFailureTakesTheUpdateBack() {
    fragile("app").updateConfig(u -> u.failureAction(FailureAction.ROLLBACK)).await();
    m.services().update("app").args("false").execute();
    untilStatus("app", "updating");
    JsonNode begun = status("app");
    untilStatus("app", "rollback_completed");
    JsonNode back = status("app");
    assertThat(back.path("Message").asText()).isEqualTo("rollback completed");
    assertThat(back.path("StartedAt")).isEqualTo(begun.path("StartedAt"));
    assertThat(back.has("CompletedAt")).isTrue();
    assertThat(service("app").has("PreviousSpec")).isFalse();
    untilCount("app", Observed::isRunning, 1);
  }

  @Test
  void soManyFailuresAsAreAllowedDoNotStopIt() {
    fragile("app")
        .replicas(2)
        .updateConfig(u -> u.maxFailureRatio(0.5).delay(ofMillis(500)))
        .env("SLOT", "{{.Task.Slot}}")
        .await();
    // Of one task each way: half of them fail, which is not more than half.
    m.services().update("app").args("sh", "-c", "test $SLOT = 2 && exit 1; sleep 100").execute();
    untilStatus("app", "completed");
    assertThat(count("app", in("failed"))).isEqualTo(1);
    assertThat(count("app", Observed::isRunning)).isEqualTo(1);
  }

  @Test
  void goingOnDespiteFailuresIsAnUpdateThatCompletes() {
    fragile("app").updateConfig(u -> u.failureAction(FailureAction.CONTINUE)).await();
    m.services().update("app").args("false").execute();
    untilStatus("app", "completed");
    assertThat(status("app").path("Message").asText()).isEqualTo("update completed");
  }

  @Test
  void aRollbackThatWasAskedForSwapsTheSpecs() {
    quick("app").await();
    m.services().update("app").env("A", "b").await();
    Instant before = time(status("app").path("StartedAt"));
    m.services().rollback("app").execute();
    JsonNode asked = status("app");
    assertThat(asked.path("State").asText()).isEqualTo("rollback_started");
    assertThat(asked.path("Message").asText()).isEqualTo("manually requested rollback");
    assertThat(time(asked.path("StartedAt"))).isAfter(before);
    untilStatus("app", "rollback_completed");
    assertThat(service("app").at("/Spec/TaskTemplate/ContainerSpec/Env").isMissingNode()).isTrue();
    assertThat(service("app").at("/PreviousSpec/TaskTemplate/ContainerSpec/Env/0").asText())
        .isEqualTo("A=b");
  }

  @Test
  void aRollbackThatFailsStops() {
    fragile("app").args("false").execute();
    untilCount("app", in("failed"), 1);
    m.services().update("app").args("sleep", "100").await();
    m.services().rollback("app").execute();
    untilStatus("app", "rollback_paused");
    // So it says, though it is the rollback that is paused.
    assertThat(status("app").path("Message").asText())
        .startsWith("update paused due to failure or early termination of task ");
  }

  @Test
  void forceReplacesTheTasksOfTheSameSpec() {
    quick("app").await();
    Set<String> before = ids("app");
    m.services().update("app").force().await();
    assertThat(service("app").at("/Spec/TaskTemplate/ForceUpdate").asLong()).isEqualTo(1);
    assertThat(ids("app")).hasSize(1).doesNotContainAnyElementsOf(before);
  }
}
