package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.model.Task;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Awaiting that a node is drained. */
class DrainTest {
  private final FakeTime time = new FakeTime();
  private final ScriptedSwarm swarm = new ScriptedSwarm();
  private final ScriptedEngine engine = swarm.engine("docker01");
  private final Nodes nodes = engine.client(time).nodes();
  private final Map<String, ObjectNode> tasks = new LinkedHashMap<>();

  @BeforeEach
  void twoNodesAndTheirTasks() {
    swarm.add("docker01", "manager");
    swarm.add("docker02", "worker");
    engine
        .on("GET /tasks", request -> Answer.json(matching(request.query()).toString()))
        .on("GET /services/web", "{\"ID\":\"web\",\"Spec\":{\"Mode\":{\"Replicated\":{}}}}")
        .on("GET /services/agent", "{\"ID\":\"agent\",\"Spec\":{\"Mode\":{\"Global\":{}}}}")
        .refuse("GET /services/gone", 404, "service gone not found");
    task("web.1", "web", 1, "iddocker01");
    task("web.2", "web", 2, "iddocker02");
  }

  private ArrayNode matching(String query) {
    ArrayNode list = ScriptedEngine.JSON.createArrayNode();
    for (ObjectNode task : tasks.values()) {
      if (query.contains("{\"node\":[\"" + task.path("NodeID").asText() + "\"]}")
          || query.contains("{\"service\":[\"" + task.path("ServiceID").asText() + "\"]}")) {
        list.add(task);
      }
    }
    return list;
  }

  private void task(String id, String service, int slot, String node) {
    ObjectNode task = ScriptedEngine.JSON.createObjectNode();
    task.put("ID", id)
        .put("ServiceID", service)
        .put("NodeID", node)
        .put("CreatedAt", FakeTime.START.plusSeconds(tasks.size()).toString());
    if (slot > 0) {
      task.put("Slot", slot);
    }
    tasks.put(id, task);
    state(id, "running", "running");
  }

  private void state(String id, String desired, String observed) {
    ObjectNode task = Objects.requireNonNull(tasks.get(id));
    task.put("DesiredState", desired).putObject("Status").put("State", observed);
  }

  @Test
  void tasksStopAndRunElsewhere() {
    time.then(() -> state("web.1", "shutdown", "running"))
        .then(
            () -> {
              state("web.1", "shutdown", "shutdown");
              task("web.1b", "web", 1, "iddocker02");
              state("web.1b", "ready", "preparing");
            })
        .then(() -> state("web.1b", "running", "running"));
    Drained drained = nodes.drain("docker01").awaitDrained();
    assertThat(drained.node().id()).isEqualTo("iddocker01");
    assertThat(drained.stopped()).extracting(Task::id).containsExactly("web.1");
    assertThat(drained.replacementOf(drained.stopped().get(0)).map(Task::nodeId))
        .contains("iddocker02");
    assertThat(drained).hasToString("docker01 drained of 1 tasks");
    assertThat(time.sleeps()).hasSize(3);
    assertThat(engine.only("POST /nodes/iddocker01/update").json().path("Availability").asText())
        .isEqualTo("drain");
  }

  @Test
  void awaitOfADrainIsTheSame() {
    time.then(() -> state("web.1", "shutdown", "shutdown"));
    assertThat(nodes.drain("docker01").await().id()).isEqualTo("iddocker01");
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void nodeWithoutTasksIsDrainedAtOnce() {
    tasks.clear();
    assertThat(nodes.drain("docker01").awaitDrained().stopped()).isEmpty();
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void taskThatEndedLongAgoIsNoneThatWasStopped() {
    state("web.1", "shutdown", "failed");
    assertThat(nodes.drain("docker01").awaitDrained().stopped()).isEmpty();
  }

  @Test
  void taskOfAGlobalServiceHasNoReplacement() {
    tasks.clear();
    task("agent.1", "agent", 0, "iddocker01");
    task("agent.2", "agent", 0, "iddocker02");
    time.then(() -> state("agent.1", "shutdown", "shutdown"));
    Drained drained = nodes.drain("docker01").awaitDrained();
    assertThat(drained.stopped()).hasSize(1);
    assertThat(drained.replacementOf(drained.stopped().get(0))).isEmpty();
  }

  @Test
  void taskOfARemovedServiceHasNoReplacement() {
    tasks.clear();
    task("gone.1", "gone", 1, "iddocker01");
    time.then(() -> state("gone.1", "remove", "shutdown"));
    Drained drained = nodes.drain("docker01").awaitDrained();
    assertThat(drained.replacementOf(drained.stopped().get(0))).isEmpty();
  }

  @Test
  void replacementThatNoNodeWillHaveIsNotWaitedFor() {
    time.then(
        () -> {
          state("web.1", "shutdown", "shutdown");
          task("web.1b", "web", 1, "");
          state("web.1b", "running", "pending");
          ((ObjectNode) Objects.requireNonNull(tasks.get("web.1b")).get("Status"))
              .put("Err", "no suitable node (1 node not available for new tasks)");
        });
    Drained drained = nodes.drain("docker01").awaitDrained();
    assertThat(drained.replacementOf(drained.stopped().get(0)).map(Task::id)).contains("web.1b");
  }

  @Test
  void ofSeveralReplacementsTheNewestCounts() {
    time.then(
            () -> {
              state("web.1", "shutdown", "shutdown");
              task("web.1b", "web", 1, "iddocker02");
              state("web.1b", "shutdown", "failed");
              task("web.1c", "web", 1, "iddocker02");
              state("web.1c", "running", "starting");
            })
        .then(() -> state("web.1c", "running", "running"));
    Drained drained = nodes.drain("docker01").awaitDrained();
    assertThat(drained.replacementOf(drained.stopped().get(0)).map(Task::id)).contains("web.1c");
  }

  @Test
  void nodeThatIsDownIsDrainedWhenNothingIsWantedThere() {
    swarm.set("iddocker01", "Status", "State", "down");
    time.then(() -> state("web.1", "shutdown", "running"));
    assertThat(nodes.drain("docker01").awaitDrained().stopped()).hasSize(1);
  }

  @Test
  void waitEndsInTimeAndNamesTheTasksThatAreLeft() {
    assertThatExceptionOfType(WaitException.class)
        .isThrownBy(() -> nodes.drain("docker01").within(Duration.ofSeconds(5)).awaitDrained())
        .withMessage(
            "node update of docker01 failed: not within 5s: task web.1 in slot 1 of service web is"
                + " running there");
    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void lossOfTheLeaderIsRiddenOut() {
    ScriptedEngine.Script well = request -> Answer.json(matching(request.query()).toString());
    engine.on(
        "GET /tasks",
        well,
        request -> Answer.refusal(500, "The swarm does not have a leader."),
        request -> {
          throw new java.net.SocketTimeoutException("timeout");
        },
        well);
    time.then(() -> state("web.1", "shutdown", "shutdown"));
    assertThat(nodes.drain("docker01").awaitDrained().stopped()).hasSize(1);
    assertThat(engine.writes()).hasSize(1);
  }

  @Test
  void onlyADrainCanBeAwaitedAsOne() {
    assertThatIllegalStateException()
        .isThrownBy(() -> nodes.pause("docker01").awaitDrained())
        .withMessageContaining("drain(…)");
    assertThat(engine.sent()).isEmpty();
  }
}
