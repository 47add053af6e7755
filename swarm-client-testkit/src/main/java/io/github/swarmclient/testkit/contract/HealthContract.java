package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.model.UpdateOrder;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of tasks whose health is looked after. */
abstract class HealthContract extends Observed {
  private static final Duration INTERVAL = ofMillis(500);

  private ServiceCreate checked(String name, String check) {
    return sleeper(name)
        .healthcheck(h -> h.test(List.of("CMD-SHELL", check)).interval(INTERVAL).retries(2))
        .constraint("node.hostname==docker01")
        .restartPolicy(r -> r.condition(RestartCondition.NONE));
  }

  private JsonNode health(JsonNode task) {
    String container = task.at("/Status/ContainerStatus/ContainerID").asText();
    return Wire.get(host1, "/containers/" + container + "/json").at("/State/Health");
  }

  @Test
  void aTaskRunsOnceItIsHealthy() {
    checked("app", "exit 0").execute();
    untilAtLeast("app", in("starting"), 1);
    JsonNode running = untilAtLeast("app", Observed::isRunning, 1).get(0);
    assertThat(health(running).path("Status").asText()).isEqualTo("healthy");
    assertThat(health(running).path("FailingStreak").asInt()).isZero();
  }

  @Test
  void aTaskThatNeverGetsHealthyFails() {
    checked("app", "exit 1").execute();
    JsonNode failed = untilAtLeast("app", in("failed"), 1).get(0);
    assertThat(err(failed)).endsWith("dockerexec: unhealthy container");
    assertThat(failed.at("/Status/ContainerStatus/ExitCode").asInt()).isIn(137, 143);
  }

  @Test
  void whileItStartsNothingCounts() {
    Instant begun = cluster.time().now();
    checked("app", "exit 1").healthcheck(h -> h.startPeriod(ofSeconds(3))).execute();
    untilAtLeast("app", in("failed"), 1);
    assertThat(Duration.between(begun, cluster.time().now())).isGreaterThan(ofSeconds(3));
  }

  @Test
  void aTaskThatFallsIllIsReplaced() {
    checked("app", "test ! -f /tmp/ill")
        .restartPolicy(r -> r.condition(RestartCondition.ANY).delay(Duration.ZERO))
        .await();
    JsonNode first = tasks("app").get(0);
    m.tasks().exec(first.path("ID").asText(), "touch", "/tmp/ill");
    JsonNode failed = untilAtLeast("app", in("failed"), 1).get(0);
    assertThat(failed.path("ID")).isEqualTo(first.path("ID"));
    assertThat(err(failed)).endsWith("dockerexec: unhealthy container");
    untilCount("app", Observed::isRunning, 1);
  }

  @Test
  void aTaskThatGetsWellInTimeGoesOn() {
    checked("app", "test -f /tmp/well").healthcheck(h -> h.retries(40)).execute();
    JsonNode starting = untilAtLeast("app", in("starting"), 1).get(0);
    until("a check has failed", () -> health(starting).path("FailingStreak").asInt() > 0);
    assertThat(health(starting).path("Status").asText()).isEqualTo("starting");
    m.tasks().exec(starting.path("ID").asText(), "touch", "/tmp/well");
    untilCount("app", Observed::isRunning, 1);
  }

  @Test
  void noCheckIsNoHealth() {
    checked("app", "exit 1").noHealthcheck().await();
    assertThat(health(tasks("app").get(0)).path("Status").asText("none")).isEqualTo("none");
  }

  @Test
  void anUpdateWaitsForHealth() {
    checked("app", "exit 0").updateConfig(u -> u.order(UpdateOrder.START_FIRST)).await();
    m.services().update("app").healthCmd("exit 1").execute();
    until(
        "the update is paused",
        () -> service("app").at("/UpdateStatus/State").asText().equals("paused"));
    List<JsonNode> tasks = tasks("app");
    assertThat(isRunning(tasks.get(0))).isTrue();
    assertThat(state(tasks.get(1))).isEqualTo("failed");
  }

  @Test
  void healthIsAnEvent() {
    Instant begun = cluster.time().now();
    checked("app", "exit 0").await();
    List<JsonNode> events = events(begun, "{'type':{'container':true}}");
    assertThat(events)
        .extracting(event -> event.path("Action").asText())
        .contains("create", "start", "health_status: healthy");
  }
}
