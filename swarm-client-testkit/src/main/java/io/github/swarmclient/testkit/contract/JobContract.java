package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.RolloutOutcome;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Services that run to their end. */
abstract class JobContract extends Observed {
  private static final Predicate<JsonNode> DONE = in("complete");

  private ServiceCreate job(String name, String script) {
    return m.services()
        .create(name)
        .image("alpine")
        .args("sh", "-c", script)
        .stopGracePeriod(ofSeconds(1))
        .restartPolicy(r -> r.condition(RestartCondition.ON_FAILURE).delay(Duration.ZERO));
  }

  @Test
  void aJobRunsItsTasksInSlotsFromZero() {
    job("job", "exit 0").replicatedJob(3, 3).execute();
    untilCount("job", DONE, 3);
    assertThat(tasks("job")).extracting(Observed::slot).containsExactlyInAnyOrder(0L, 1L, 2L);
    assertThat(tasks("job")).allMatch(task -> desired(task).equals("complete"));
    assertThat(tasks("job").get(0).path("JobIteration").isObject()).isTrue();
    assertThat(service("job").has("UpdateStatus")).isFalse();
  }

  @Test
  void onlySoManyRunAtATime() {
    job("job", "sleep 1").replicatedJob(4, 2).execute();
    until("two run", () -> count("job", in("running")) == 2);
    assertThat(tasks("job")).hasSize(2);
    untilCount("job", DONE, 4);
    List<JsonNode> tasks = tasks("job");
    Instant firstEnd = tasks.stream().map(Observed::since).min(Instant::compareTo).orElseThrow();
    assertThat(time(tasks.get(2).path("CreatedAt"))).isAfter(firstEnd);
  }

  @Test
  void whoCountsItIsToldWhatIsDone() {
    job("job", "exit 0").replicatedJob(3, 2).execute();
    untilCount("job", DONE, 3);
    JsonNode listed = list(Wire.get(host1, "/services?status=true")).get(0).path("ServiceStatus");
    assertThat(listed.path("CompletedTasks").asLong()).isEqualTo(3);
    assertThat(listed.path("RunningTasks").asLong()).isZero();
  }

  @Test
  void aTaskThatFailsIsTriedAgainInItsSlot() {
    job("job", "exit 1").replicatedJob(1, 1).execute();
    untilAtLeast("job", in("failed"), 3);
    assertThat(tasks("job")).allMatch(task -> slot(task) == 0);
    m.services().remove("job").awaitGone();
  }

  @Test
  void nothingIsForgottenOfAJob() {
    job("job", "exit 1").replicatedJob(1, 1).execute();
    untilAtLeast("job", in("failed"), 8);
    m.services().remove("job").awaitGone();
  }

  @Test
  void itsTasksGoWithIt() {
    job("job", "exit 0").replicatedJob(2, 2).execute();
    untilCount("job", DONE, 2);
    String id = service("job").path("ID").asText();
    Predicate<JsonNode> its = task -> task.path("ServiceID").asText().equals(id);
    m.services().remove("job").awaitGone();
    if (atLeast(23)) {
      until("they are forgotten", () -> list(Wire.get(host1, "/tasks")).stream().noneMatch(its));
    } else {
      pause(ofSeconds(2));
      assertThat(list(Wire.get(host1, "/tasks"))).filteredOn(its).hasSize(2).allMatch(DONE);
    }
  }

  @Test
  void whatRunsOfItIsStoppedWithIt() {
    job("job", "sleep 1000").replicatedJob(1, 1).execute();
    untilCount("job", in("running"), 1);
    m.services().remove("job").execute();
    if (atLeast(23)) {
      until("nothing is left", () -> Wire.get(host1, "/tasks").isEmpty());
    } else {
      pause(ofSeconds(2));
      assertThat(list(Wire.get(host1, "/tasks"))).hasSize(1).allMatch(in("running"));
    }
  }

  @Test
  void anyUpdateRunsItAgain() {
    job("job", "exit 0").replicatedJob(2, 2).execute();
    untilCount("job", DONE, 2);
    Instant first = time(service("job").at("/JobStatus/LastExecution"));
    assertThat(service("job").at("/JobStatus/JobIteration/Index").asLong()).isZero();
    m.services().update("job").label("again", "yes").execute();
    untilCount("job", task -> task.at("/JobIteration/Index").asLong() == 1 && DONE.test(task), 2);
    assertThat(service("job").at("/JobStatus/JobIteration/Index").asLong()).isEqualTo(1);
    assertThat(time(service("job").at("/JobStatus/LastExecution"))).isAfter(first);
  }

  @Test
  void anUpdateEndsWhatStillRuns() {
    job("job", "sleep 1000").replicatedJob(1, 1).execute();
    untilCount("job", in("running"), 1);
    String old = tasks("job").get(0).path("ID").asText();
    m.services().update("job").args("true").execute();
    untilCount("job", DONE, 1);
    until(
        "the old one is gone",
        () -> count("job", task -> task.path("ID").asText().equals(old)) == 0);
  }

  @Test
  void aGlobalJobRunsOnceOnEachNodeThatFits() {
    job("job", "exit 0").globalJob().constraint("node.role==worker").execute();
    untilCount("job", DONE, 2);
    assertThat(tasks("job"))
        .extracting(task -> task.path("NodeID").asText())
        .containsExactlyInAnyOrder(idOf(w2), idOf(w3));
    assertThat(tasks("job")).noneMatch(task -> task.has("Slot"));
    m.nodes().update("docker01").label("x", "y").execute();
    pause(ofSeconds(1));
    assertThat(tasks("job")).hasSize(2);
  }

  @Test
  void ofAGlobalJobThatIsDoneNothingMoreIsWantedOfADrainedNode() {
    job("job", "exit 0").globalJob().execute();
    untilCount("job", DONE, 3);
    m.nodes().drain("docker03").await();
    pause(ofSeconds(2));
    JsonNode listed = list(Wire.get(host1, "/services?status=true")).get(0).path("ServiceStatus");
    assertThat(listed.path("DesiredTasks").asLong()).isZero();
    assertThat(m.services().rollout("job").await().outcome()).isEqualTo(RolloutOutcome.CONVERGED);
  }

  @Test
  void whoWaitsForAGlobalJobDoesNotWaitForANodeThatIsDown() {
    job("job", "sleep 20").globalJob().execute();
    untilCount("job", in("running"), 3);
    host3.kill();
    host3.awaitDown();
    assertThat(m.services().rollout("job").await().outcome()).isEqualTo(RolloutOutcome.CONVERGED);
    assertThat(count("job", DONE)).isEqualTo(2);
  }

  @Test
  void whatIsRestartedAlwaysIsNoLongerOnceItIsDone() {
    job("job", "exit 0")
        .restartPolicy(r -> r.condition(RestartCondition.ANY))
        .globalJob()
        .execute();
    untilCount("job", DONE, 3);
    pause(ofSeconds(1));
    assertThat(tasks("job")).hasSize(3);
  }
}
