package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.EngineException;
import io.github.swarmclient.ExecResult;
import io.github.swarmclient.LogLine;
import io.github.swarmclient.LogStream;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.model.HealthConfig;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How tasks and what they write behave, by the numbers of the engine's surface. */
abstract class TaskBehaviour extends SwarmContract {

  private ServiceCreate job(String name, String... command) {
    return m.services()
        .create(name)
        .image("alpine")
        .args(command)
        .restartPolicy(r -> r.condition(RestartCondition.NONE));
  }

  private ServiceCreate once(String name, String script, RestartCondition condition) {
    return brisk(m.services().create(name).image("alpine").args("sh", "-c", script))
        .restartPolicy(r -> r.condition(condition).delay(Duration.ZERO))
        .replicas(1);
  }

  private long count(String service, TaskState state) {
    return m.services().tasks(service).stream().filter(task -> task.state().equals(state)).count();
  }

  private List<LogLine> lines(String service) {
    try (LogStream logs = m.services().logs(service).open()) {
      return logs.lines().toList();
    }
  }

  @Test
  @DisplayName("46: a job completes so often, so many at a time, and again after an update")
  void aReplicatedJob() {
    job("job", "true").replicatedJob(3, 2).await();
    assertThat(count("job", TaskState.COMPLETE)).isEqualTo(3);
    Set<Long> slots =
        m.tasks().list(q -> q.service("job")).stream()
            .map(task -> task.slot() == null ? 0L : task.slot().longValue())
            .collect(Collectors.toSet());
    assertThat(slots).containsExactlyInAnyOrder(0L, 1L, 2L);
    m.services().update("job").force().await();
    var status = Objects.requireNonNull(m.services().inspect("job").jobStatus());
    assertThat(Objects.requireNonNull(status.jobIteration()).index()).isEqualTo(1);
    assertThat(count("job", TaskState.COMPLETE)).isGreaterThanOrEqualTo(3);
  }

  @Test
  @DisplayName("47: a global job completes once on every node")
  void aGlobalJob() {
    job("everywhere", "true").globalJob().await();
    assertThat(m.services().tasks("everywhere"))
        .extracting(ServiceTask::node)
        .containsExactlyInAnyOrder("docker01", "docker02", "docker03");
    assertThat(m.services().tasks("everywhere"))
        .allMatch(task -> task.name().equals("everywhere." + task.task().nodeId()));
  }

  @Test
  @DisplayName("48: a job that fails stops after its attempts")
  void aFailingJob() {
    m.services()
        .create("failing")
        .image("alpine")
        .args("false")
        .replicatedJob(1, 1)
        .restartPolicy(
            r -> r.condition(RestartCondition.ON_FAILURE).maxAttempts(1L).delay(Duration.ZERO))
        .execute();
    until("it has failed twice", () -> count("failing", TaskState.FAILED) == 2);
    pause(ofSeconds(3));
    assertThat(m.services().tasks("failing")).hasSize(2);
  }

  @Test
  @DisplayName("49: who is not restarted ends, and is tried so often as was said")
  void restartPolicies() {
    once("never", "exit 3", RestartCondition.NONE).execute();
    once("twice", "exit 3", RestartCondition.ON_FAILURE)
        .restartPolicy(r -> r.maxAttempts(2L))
        .execute();
    once("done", "exit 0", RestartCondition.ON_FAILURE).execute();
    once("always", "exit 0", RestartCondition.ANY).execute();
    until("never has failed", () -> count("never", TaskState.FAILED) == 1);
    until("twice has failed thrice", () -> count("twice", TaskState.FAILED) == 3);
    until("done is complete", () -> count("done", TaskState.COMPLETE) == 1);
    until("always is complete twice", () -> count("always", TaskState.COMPLETE) >= 2);
    pause(ofSeconds(3));
    assertThat(m.services().tasks("never")).hasSize(1);
    assertThat(m.services().tasks("twice")).hasSize(3);
    assertThat(m.services().tasks("done")).hasSize(1);
    m.services().remove("always").awaitGone();
  }

  @Test
  @DisplayName("50: a task runs once it is healthy, and is replaced when it is not")
  void health() {
    sleeper("healthy").replicas(1).healthcheck(check("true")).await();
    assertThat(running("healthy")).hasSize(1);
    sleeper("sick").replicas(1).healthcheck(check("false")).execute();
    until("the sick one has failed", () -> count("sick", TaskState.FAILED) >= 1);
    assertThat(m.services().tasks("sick"))
        .extracting(ServiceTask::error)
        .anyMatch(error -> error.contains("unhealthy"));
    until("it is followed by another", () -> m.services().tasks("sick").size() >= 2);
  }

  private static java.util.function.UnaryOperator<HealthConfig.Builder> check(String command) {
    return h ->
        h.addTest("CMD-SHELL", command)
            .interval(Duration.ofMillis(500))
            .timeout(ofSeconds(5))
            .retries(2);
  }

  @Test
  @DisplayName("42, 43: what a service says of its containers is what they are, slot by slot")
  void settings() {
    sleeper("set")
        .replicas(2)
        .hostname("host-{{.Task.Slot}}")
        .env("SLOT", "{{.Task.Slot}}")
        .env("ON", "{{.Node.Hostname}}")
        .env("NAME", "{{.Service.Name}}")
        .await();
    for (ServiceTask task : running("set")) {
      String slot = String.valueOf(task.task().slot());
      assertThat(said(task, "hostname")).isEqualTo("host-" + slot);
      assertThat(said(task, "env").lines())
          .contains("SLOT=" + slot, "ON=" + task.node(), "NAME=set");
    }
  }

  private String said(ServiceTask task, String... command) {
    return m.tasks().exec(task.task(), command).stdout().strip();
  }

  @Test
  @DisplayName("66: a command in a container has two streams and an exit code")
  void commands() {
    sleeper("box").replicas(1).await();
    Task task = running("box").get(0).task();
    ExecResult both = m.tasks().exec(task, "sh", "-c", "echo out; echo err >&2; exit 7");
    assertThat(both.stdout()).isEqualTo("out\n");
    assertThat(both.stderr()).isEqualTo("err\n");
    assertThat(both.exitCode()).isEqualTo(7);
    assertThat(refusal(EngineException.class, () -> m.tasks().exec(task, "no-such-program")))
        .hasMessageContaining("no-such-program");
  }

  @Test
  @DisplayName("55: tasks are found by service, node, desired state, label and ID")
  void whichTasks() {
    sleeper("found").replicas(3).label("tier", "1").await();
    assertThat(m.tasks().list(q -> q.service("found"))).hasSize(3);
    assertThat(m.tasks().list(q -> q.service("found").node(idOf(m)))).hasSize(1);
    assertThat(m.tasks().list(q -> q.service("found").desiredState(TaskState.SHUTDOWN))).isEmpty();
    assertThat(m.tasks().list(q -> q.label("tier", "1"))).hasSize(3);
    assertThat(m.tasks().list(q -> q.label("tier", "2"))).isEmpty();
    String id = running("found").get(0).id();
    assertThat(m.tasks().list(q -> q.id(id.substring(0, 15))))
        .extracting(Task::id)
        .containsExactly(id);
  }

  @Test
  @DisplayName("61: the log has every line of every task, from a time on if so asked")
  void logs() {
    brisk(
            m.services()
                .create("told")
                .image("alpine")
                .args("sh", "-c", "echo one; echo two; sleep 3600"))
        .stopGracePeriod(ofSeconds(1))
        .replicas(3)
        .await();
    until("all have written", () -> lines("told").size() == 6);
    assertThat(lines("told").stream().map(LogLine::taskId).collect(Collectors.toSet()))
        .isEqualTo(runningIds("told"));
    try (LogStream last = m.services().logs("told").tail(1).open()) {
      assertThat(last.lines().map(LogLine::text)).containsExactly("two", "two", "two");
    }
    Instant later =
        lines("told").stream()
            .map(line -> Objects.requireNonNull(line.timestamp()))
            .max(Instant::compareTo)
            .orElseThrow()
            .plusSeconds(1);
    try (LogStream none = m.services().logs("told").since(later).open()) {
      assertThat(none.lines()).isEmpty();
    }
  }

  @Test
  @DisplayName("62: a terminal has one stream")
  void terminals() {
    brisk(
            m.services()
                .create("screen")
                .image("alpine")
                .args("sh", "-c", "echo on screen; sleep 3600"))
        .tty(true)
        .stopGracePeriod(ofSeconds(1))
        .replicas(1)
        .await();
    until("it has written", () -> !lines("screen").isEmpty());
    assertThat(lines("screen")).extracting(LogLine::text).containsExactly("on screen");
  }

  @Test
  @DisplayName("63: a task's log is its own, and that of no task is empty")
  void oneLog() {
    brisk(
            m.services()
                .create("pair")
                .image("alpine")
                .args("sh", "-c", "echo $HOSTNAME; sleep 3600"))
        .stopGracePeriod(ofSeconds(1))
        .replicas(2)
        .await();
    until("both have written", () -> lines("pair").size() == 2);
    String id = running("pair").get(0).id();
    try (LogStream logs = m.tasks().logs(id).open()) {
      assertThat(logs.lines().map(LogLine::taskId)).containsExactly(id);
    }
    sleeper("none").replicas(0).execute();
    assertThat(lines("none")).isEmpty();
  }

  @Test
  @DisplayName("64: the lines of a lost node are missed, after those of the others")
  void logsOfALostNode() {
    brisk(m.services().create("wide").image("alpine").args("sh", "-c", "echo here; sleep 3600"))
        .stopGracePeriod(ofSeconds(1))
        .global()
        .await();
    until("all have written", () -> lines("wide").size() == 3);
    Set<String> others = new HashSet<>(runningIds("wide"));
    others.removeAll(runningOn("wide", host3));
    host3.kill();
    until("docker03 is down", () -> NodeState.DOWN.equals(stateOf("docker03")));
    Set<String> told = new HashSet<>();
    try (LogStream logs = m.services().logs("wide").open()) {
      EngineException missing =
          catchThrowableOfType(
              EngineException.class,
              () -> logs.forEachRemaining(line -> told.add(String.valueOf(line.taskId()))));
      assertThat(missing).hasMessageContaining("incomplete log stream");
    }
    assertThat(told).isEqualTo(others);
    host3.start();
  }
}
