package io.github.swarmclient.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.ExecResult;
import io.github.swarmclient.ImageResolution;
import io.github.swarmclient.LogLine;
import io.github.swarmclient.LogStream;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RolloutException;
import io.github.swarmclient.RolloutOutcome;
import io.github.swarmclient.RolloutResult;
import io.github.swarmclient.ServiceList;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.ServiceTasks;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.Limit;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceStatus;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.testkit.PrivateImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 16 to 25 of the walkthrough: services come, show themselves, grow and go. */
abstract class ServiceContract extends SwarmContract {
  private static final Limit LIMIT =
      Limit.builder().nanoCpus(500_000_000L).memoryBytes(64L << 20).build();

  @Test
  void row16AServiceRunsSpreadOverTheNodesOnceAwaited() {
    RolloutResult result = web("my_web").replicas(3).publish(8080, 80).await();
    assertThat(result.outcome()).isEqualTo(RolloutOutcome.CONVERGED);
    assertThat(result.tasks()).hasSize(3);
    assertThat(running("my_web"))
        .extracting(ServiceTask::node)
        .containsExactlyInAnyOrder("docker01", "docker02", "docker03");
    assertThat(running("my_web"))
        .extracting(ServiceTask::name)
        .containsExactlyInAnyOrder("my_web.1", "my_web.2", "my_web.3");
    assertThat(ports(m.services().inspect("my_web"))).containsExactly("8080:80/tcp ingress");
  }

  @Test
  void row17ATaskRunsItsCommandOnTheImageTaggedLatest() {
    brisk(m.services().create("myping").image("alpine").args("ping", "127.0.0.1"))
        .stopGracePeriod(ofSeconds(1))
        .replicas(1)
        .await();
    ServiceTask task = running("myping").get(0);
    assertThat(task.image()).startsWith("alpine:latest");
    ExecResult answer = m.tasks().exec(task.task(), "hostname");
    assertThat(answer.exitCode()).isZero();
    until("the ping writes", () -> !lines("myping").isEmpty());
    assertThat(lines("myping").get(0).text()).contains("127.0.0.1");
  }

  private List<LogLine> lines(String service) {
    try (LogStream logs = m.services().logs(service).open()) {
      return logs.lines().toList();
    }
  }

  @Test
  void row18AGlobalServiceRunsOnceOnEveryNodeAlsoOnANewOne() {
    String old = idOf(w3);
    w3.leave().execute();
    until("docker03 is down", () -> NodeState.DOWN.equals(stateOf(old)));
    brisk(m.services().create("everywhere").image("nginx:1.13").global()).await();
    assertThat(running("everywhere"))
        .extracting(ServiceTask::node)
        .containsExactlyInAnyOrder("docker01", "docker02");
    String id = w3.join(managerAddress()).token(workerToken()).execute();
    until("the new node has a task", () -> !runningOn("everywhere", host3).isEmpty());
    assertThat(running("everywhere")).hasSize(3);
    assertThat(running("everywhere")).extracting(ServiceTask::name).contains("everywhere." + id);
  }

  @Test
  void row18AGlobalServiceWithReplicasIsNotSent() {
    assertThatThrownBy(() -> web("both").global().replicas(3).execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("replicas(3)");
    assertThatThrownBy(() -> web("both").replicas(3).global().execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("global()");
    assertThat(m.services().list()).isEmpty();
    web("everywhere").global().execute();
    assertThatThrownBy(() -> m.services().scale("everywhere", 3).execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("global");
  }

  @Test
  void row19PortsArePublishedInEveryForm() {
    web("my_ports")
        .replicas(1)
        .publish("18080-18082:80-82/tcp")
        .publish("published=18090,target=90,protocol=udp")
        .publish(p -> p.target(80).published(18088).host())
        .publish(p -> p.target(53).published(18053).host().udp())
        .publish(18070, 70)
        .await();
    assertThat(ports(m.services().inspect("my_ports")))
        .containsExactlyInAnyOrder(
            "18080:80/tcp ingress",
            "18081:81/tcp ingress",
            "18082:82/tcp ingress",
            "18090:90/udp ingress",
            "18088:80/tcp host",
            "18053:53/udp host",
            "18070:70/tcp ingress");
    // Once for each family of addresses, where there are two.
    assertThat(running("my_ports").get(0).ports())
        .extracting(PortConfig::publishedPort)
        .containsOnly(18088, 18053);
  }

  private static List<String> ports(Service service) {
    return Objects.requireNonNull(service.endpoint()).ports().stream()
        .map(
            p ->
                "%s:%s/%s %s"
                    .formatted(p.publishedPort(), p.targetPort(), p.protocol(), p.publishMode()))
        .toList();
  }

  @Test
  void row19APortThatIsTakenIsRefused() {
    web("first").publish(8080, 80).execute();
    assertThat(
            refusal(
                io.github.swarmclient.InvalidRequestException.class,
                () -> web("second").publish(8080, 80).execute()))
        .hasMessageContaining("8080");
    assertThat(m.services().list()).hasSize(1);
  }

  @Test
  void row20APrivateImageRunsOnANodeThatNeverPulledItAlsoAfterAnUpdate() {
    PrivateImage image = cluster.privateImage();
    RolloutException denied =
        refusal(
            RolloutException.class,
            () ->
                brisk(m.services().create("denied").image(image.reference()))
                    .constraint("node.role == worker")
                    .replicas(1)
                    .await(rollout -> rollout.within(ofSeconds(30))));
    assertThat(denied.result().outcome()).isNotEqualTo(RolloutOutcome.CONVERGED);
    assertThat(running("denied")).isEmpty();
    m.services().remove("denied").awaitGone();

    brisk(m.services().create("secluded").image(image.reference()))
        .registryAuth(image.user(), image.password())
        .replicas(1)
        .constraint("node.role == worker")
        .await();
    // Without the login, which the service keeps.
    m.services().update("secluded").env("CHANGED", "yes").await();
    ServiceTask task = running("secluded").get(0);
    m.nodes().drain(task.node()).awaitDrained();
    m.services().rollout("secluded").await();
    ServiceTask moved = running("secluded").get(0);
    assertThat(moved.node()).isNotEqualTo(task.node());
    assertThat(moved.image()).startsWith(image.reference());
    var spec = Objects.requireNonNull(moved.task().spec());
    assertThat(Objects.requireNonNull(spec.containerSpec()).env()).containsExactly("CHANGED=yes");
  }

  @Test
  void row20ALoginOfTheDockerConfigurationIsSentAndTheImagePinnedByItsDigest(@TempDir Path folder)
      throws IOException {
    PrivateImage image = cluster.privateImage();
    String login = image.user() + ":" + image.password();
    String auth = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    String registry = image.reference().substring(0, image.reference().indexOf('/'));
    Files.writeString(
        folder.resolve("config.json"),
        "{\"auths\": {\"" + registry + "\": {\"auth\": \"" + auth + "\"}}}");
    try (SwarmClient mine =
        SwarmClient.builder()
            .transport(host1.transport())
            .time(cluster.time())
            .dockerConfig(folder)
            .build()) {
      brisk(mine.services().create("secluded").image(image.reference()))
          .withRegistryAuth()
          .resolveImage(ImageResolution.REQUIRED)
          .global()
          .await();
    }
    assertThat(running("secluded")).hasSize(3);
    assertThat(m.services().inspect("secluded").pretty())
        .containsPattern(Pattern.quote(image.reference()) + "@sha256:[0-9a-f]{64}\n");
  }

  @Test
  void row21TheListTellsHowManyTasksRun() {
    web("my_web").replicas(3).publish(8080, 80).await();
    web("everywhere").global().await();
    web("nowhere").replicas(2).constraint("node.labels.none == yes").execute();
    ServiceList services = m.services().list();
    assertThat(services)
        .extracting(service -> Objects.requireNonNull(service.spec()).name())
        .containsExactly("everywhere", "my_web", "nowhere");
    assertCounts(services);
    assertThat(services.pretty().lines())
        .anyMatch(line -> line.matches("\\w{12} +everywhere +global +3/3 +nginx:1.13.*"))
        .anyMatch(
            line -> line.matches("\\w{12} +my_web +replicated +3/3 +nginx:1.13 +\\*:8080->80/tcp"))
        .anyMatch(line -> line.matches("\\w{12} +nowhere +replicated +0/2 +nginx:1.13.*"));
  }

  private static void assertCounts(ServiceList services) {
    Map<String, String> expected = Map.of("my_web", "3/3", "everywhere", "3/3", "nowhere", "0/2");
    expected.forEach(
        (name, counts) -> {
          ServiceStatus status = services.named(name).orElseThrow().serviceStatus();
          assertThat(status).as(name).isNotNull();
          assertThat(Objects.requireNonNull(status).runningTasks() + "/" + status.desiredTasks())
              .as(name)
              .isEqualTo(counts);
        });
  }

  @Test
  void row22ThePageOfAServiceTellsWhatTheCommandLineTells() {
    web("my_web")
        .replicas(2)
        .publish(8080, 80)
        .constraint("node.platform.os == linux")
        .resources(r -> r.limits(LIMIT))
        .await();
    m.services().update("my_web").env("A", "b").await();
    String page = m.services().inspect("my_web").pretty();
    String id = Objects.requireNonNull(m.services().inspect("my_web").id());
    assertThat(page)
        .contains(
            "ID:\t" + id,
            "Name:\tmy_web",
            "Service Mode:\tReplicated",
            "Replicas:\t2",
            "State:\tcompleted",
            "node.platform.os == linux",
            "UpdateConfig:",
            "RollbackConfig:",
            "Parallelism:\t1",
            "Monitoring Period:\t1s",
            "Image:\tnginx:1.13",
            "Endpoint Mode:\tvip",
            "PublishedPort:\t8080",
            "TargetPort:\t80",
            "CPU:\t0.5",
            "Memory:\t64MiB");
  }

  @Test
  void row23TheTasksOfASlotStandInOrderTheNewestFirst() {
    web("my_web").replicas(2).await();
    m.services().update("my_web").force().await();
    ServiceTasks tasks = m.services().tasks("my_web");
    assertThat(tasks)
        .extracting(ServiceTask::name)
        .containsExactly("my_web.1", "my_web.1", "my_web.2", "my_web.2");
    assertThat(tasks)
        .extracting(ServiceTask::desiredState)
        .containsExactly(
            TaskState.RUNNING, TaskState.SHUTDOWN, TaskState.RUNNING, TaskState.SHUTDOWN);
    for (int slot = 0; slot < 2; slot++) {
      List<ServiceTask> history = tasks.subList(2 * slot, 2 * slot + 2);
      assertThat(history)
          .extracting(t -> Objects.requireNonNull(t.task().createdAt()))
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(history.get(0).state()).isEqualTo(TaskState.RUNNING);
      assertThat(history.get(1).state().terminal()).isTrue();
      assertThat(history).allMatch(t -> t.since() != null && !t.node().isEmpty());
    }
    assertThat(tasks.pretty().lines())
        .anyMatch(
            l -> l.matches("\\w{12} +my_web.1 +nginx:1.13 +docker0\\d +Running +Running .* ago.*"))
        .anyMatch(
            l -> l.matches("\\w{12} +.*my_web.1 +nginx:1.13 +docker0\\d +Shutdown +\\S+ .* ago.*"));
  }

  @Test
  void row23ATaskThatFailsTellsWhy() {
    brisk(m.services().create("failing").image("alpine").args("sh", "-c", "exit 3"))
        .restartPolicy(r -> r.condition(io.github.swarmclient.model.RestartCondition.NONE))
        .replicas(1)
        .execute();
    until(
        "the task has failed",
        () ->
            m.services().tasks("failing").stream()
                .anyMatch(task -> task.state().equals(TaskState.FAILED)));
    assertThat(m.services().tasks("failing"))
        .singleElement()
        .extracting(ServiceTask::error)
        .isEqualTo("task: non-zero exit (3)");
    assertThat(m.services().tasks("failing").pretty()).contains("non-zero exit (3)");
  }

  @Test
  void row24ScalingLeavesTheOtherTasksAlone() {
    web("my_web").replicas(3).await();
    web("other").replicas(1).await();
    Set<String> three = runningIds("my_web");
    m.services().scale("my_web", 5).await();
    Set<String> five = runningIds("my_web");
    assertThat(five).hasSize(5).containsAll(three);
    m.services().scale(Map.of("my_web", 2, "other", 2)).await();
    assertThat(runningIds("my_web")).hasSize(2);
    Set<String> kept = new HashSet<>(five);
    kept.retainAll(runningIds("my_web"));
    assertThat(kept).hasSize(2);
    assertThat(running("other")).hasSize(2);
    assertThat(Objects.requireNonNull(m.services().inspect("my_web")).updateStatus()).isNull();
  }

  @Test
  void row25ARemovedServiceIsGoneWithItsTasks() {
    sleeper("my_web").replicas(3).await();
    String id = Objects.requireNonNull(m.services().inspect("my_web").id());
    m.services().remove("my_web").awaitGone();
    assertThat(m.tasks().list()).extracting(Task::serviceId).doesNotContain(id);
    assertThat(refusal(NotFoundException.class, () -> m.services().inspect("my_web")))
        .hasMessageContaining("my_web");
    refusal(NotFoundException.class, () -> m.services().remove("my_web").execute());
    assertThat(m.services().list()).isEmpty();
  }
}
