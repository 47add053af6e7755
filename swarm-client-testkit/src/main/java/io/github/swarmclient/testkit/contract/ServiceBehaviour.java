package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RolloutException;
import io.github.swarmclient.RolloutOutcome;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.model.EndpointMode;
import io.github.swarmclient.model.EndpointVirtualIP;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.model.UpdateOrder;
import io.github.swarmclient.model.UpdateState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How services behave, by the numbers of the engine's surface. See docs/testing.md. */
abstract class ServiceBehaviour extends SwarmContract {
  private String idOf(String service) {
    return Objects.requireNonNull(m.services().inspect(service).id());
  }

  private List<String> errors(String service) {
    return m.services().tasks(service).stream()
        .filter(task -> task.state().equals(TaskState.PENDING))
        .map(ServiceTask::error)
        .filter(error -> !error.isEmpty())
        .toList();
  }

  private List<String> nodes(String service) {
    return running(service).stream().map(ServiceTask::node).sorted().toList();
  }

  @Test
  @DisplayName("19: a service is found by its name, its ID and the beginning of that")
  void names() {
    String id = web("named").constraint(NOWHERE).execute().id();
    assertThat(idOf("named")).isEqualTo(id).hasSize(25);
    assertThat(idOf(String.valueOf(id))).isEqualTo(id);
    assertThat(idOf(String.valueOf(id).substring(0, 20))).isEqualTo(id);
    refusal(NotFoundException.class, () -> m.services().inspect("name"));
  }

  @Test
  @DisplayName("58: what is an ID of one service and the name of another is the ID")
  void aNameLikeAnId() {
    String id = Objects.requireNonNull(web("first").constraint(NOWHERE).execute().id());
    web(id).constraint(NOWHERE).execute();
    assertThat(Objects.requireNonNull(m.services().inspect(id).spec()).name()).isEqualTo("first");
  }

  @Test
  @DisplayName("31: a forced update replaces every task, a label none")
  void forcedUpdates() {
    sleeper("forced").replicas(2).await();
    Set<String> before = runningIds("forced");
    m.services().update("forced").label("a", "b").await();
    assertThat(runningIds("forced")).isEqualTo(before);
    assertThat(m.services().inspect("forced").updateStatus()).isNull();
    m.services().update("forced").force().await();
    assertThat(runningIds("forced")).hasSize(2).doesNotContainAnyElementsOf(before);
  }

  @Test
  @DisplayName("27: with start-first the old task stays until the new one runs")
  void startFirst() {
    sleeper("gentle").replicas(1).updateConfig(u -> u.order(UpdateOrder.START_FIRST)).await();
    m.services().update("gentle").env("A", "b").await();
    List<ServiceTask> tasks = m.services().tasks("gentle");
    assertThat(tasks).hasSize(2);
    ServiceTask fresh = tasks.get(0);
    ServiceTask old = tasks.get(1);
    assertThat(old.state()).isNotEqualTo(TaskState.RUNNING);
    assertThat(old.since()).isAfterOrEqualTo(Objects.requireNonNull(fresh.task().createdAt()));
    assertThat(fresh.state()).isEqualTo(TaskState.RUNNING);
  }

  @Test
  @DisplayName("28: a paused update has changed the first batch only, and goes on corrected")
  void aPausedUpdate() {
    // The delay keeps the second task from being replaced before the first has failed.
    sleeper("paused").replicas(3).updateConfig(u -> u.delay(ofSeconds(2))).await();
    RolloutException failed =
        refusal(
            RolloutException.class,
            () -> m.services().update("paused").args("sh", "-c", "exit 3").await());
    assertThat(failed.result().outcome()).isEqualTo(RolloutOutcome.PAUSED);
    assertThat(running("paused")).hasSize(2);
    assertThat(status(m.services().inspect("paused"))).isEqualTo(UpdateState.PAUSED);
    m.services().update("paused").args("sleep", "3601").await();
    assertThat(running("paused")).hasSize(3);
    assertThat(status(m.services().inspect("paused"))).isEqualTo(UpdateState.COMPLETED);
  }

  private static UpdateState status(Service service) {
    var status = Objects.requireNonNull(service.updateStatus());
    return Objects.requireNonNull(status.state());
  }

  @Test
  @DisplayName("33, 34: tasks run where the constraints say, and wait until there is such a node")
  void constraints() {
    sleeper("choosy").replicas(2).constraint("node.labels.disk == ssd").execute();
    until("the tasks wait", () -> errors("choosy").size() == 2);
    assertThat(errors("choosy").get(0))
        .startsWith("no suitable node (scheduling constraints not satisfied on 3 nodes");
    m.nodes().update("docker03").label("disk", "ssd").execute();
    m.services().rollout("choosy").await();
    assertThat(nodes("choosy")).containsExactly("docker03", "docker03");
    sleeper("named")
        .constraint("node.hostname != docker01")
        .constraint("node.role==worker")
        .await();
    assertThat(nodes("named")).doesNotContain("docker01");
    m.nodes().update("docker03").removeLabel("disk").execute();
  }

  @Test
  @DisplayName("35: replicas are spread over the values of a label")
  void preferences() {
    m.nodes().update("docker01").label("zone", "a").execute();
    m.nodes().update("docker02").label("zone", "a").execute();
    m.nodes().update("docker03").label("zone", "b").execute();
    sleeper("spread").replicas(4).placementPref("spread=node.labels.zone").await();
    assertThat(nodes("spread")).containsExactly("docker01", "docker02", "docker03", "docker03");
    for (String node : List.of("docker01", "docker02", "docker03")) {
      m.nodes().update(node).removeLabel("zone").execute();
    }
  }

  @Test
  @DisplayName("36: more replicas than a node may have wait")
  void maxReplicas() {
    sleeper("few").replicas(4).replicasMaxPerNode(1).execute();
    until("three run", () -> running("few").size() == 3);
    until("one waits", () -> errors("few").stream().anyMatch(e -> e.contains("max replicas")));
    assertThat(nodes("few")).containsExactly("docker01", "docker02", "docker03");
    assertThat(errors("few"))
        .singleElement()
        .isEqualTo("no suitable node (max replicas per node limit exceed)");
  }

  @Test
  @DisplayName("37: what no node has left waits")
  void reservations() {
    sleeper("greedy").reserveMemory(1L << 50).execute();
    until("the task waits", () -> !errors("greedy").isEmpty());
    assertThat(errors("greedy").get(0)).contains("insufficient resources on 3 nodes");
  }

  @Test
  @DisplayName("38: the swarm chooses ports, which stay through an update")
  void chosenPorts() {
    web("ports").replicas(1).publish(0, 80).execute();
    until("there is a port", () -> chosen("ports") > 0);
    long port = chosen("ports");
    assertThat(port).isBetween(30000L, 32767L);
    m.services().update("ports").env("A", "b").await();
    assertThat(endpointPorts("ports")).containsExactly(port);
    // With another port beside it the swarm may choose anew.
    m.services().update("ports").publish(18099, 81).execute();
    until("there are two", () -> endpointPorts("ports").size() == 2);
    assertThat(endpointPorts("ports")).contains(18099L);
  }

  private long chosen(String service) {
    List<Long> ports = endpointPorts(service);
    return ports.isEmpty() ? 0 : ports.get(0);
  }

  private List<Long> endpointPorts(String service) {
    var endpoint = Objects.requireNonNull(m.services().inspect(service).endpoint());
    return endpoint.ports().stream()
        .map(port -> port.publishedPort() == null ? 0L : port.publishedPort().longValue())
        .toList();
  }

  @Test
  @DisplayName("39: a service has a virtual address on each network, or none with dnsrr")
  void virtualAddresses() {
    m.networks().create("net39").execute();
    sleeper("vip").network("net39").execute();
    sleeper("rr").network("net39").endpointMode(EndpointMode.DNSRR).execute();
    until("there is an address", () -> !addresses("vip").isEmpty());
    assertThat(addresses("vip")).singleElement().extracting(EndpointVirtualIP::addr).isNotNull();
    assertThat(addresses("rr")).isEmpty();
    gone("net39", "vip", "rr");
  }

  private List<EndpointVirtualIP> addresses(String service) {
    return Objects.requireNonNull(m.services().inspect(service).endpoint()).virtualIps();
  }

  private void gone(String network, String... services) {
    for (String service : services) {
      m.services().remove(service).awaitGone();
    }
    m.networks().remove(network).awaitGone();
  }

  @Test
  @DisplayName("40, 52: a network is attached by its ID, and stays while a service is on it")
  void networks() {
    String id = m.networks().create("net40").execute().id();
    sleeper("on").network("net40").execute();
    var task = Objects.requireNonNull(m.services().inspect("on").spec()).taskTemplate();
    assertThat(Objects.requireNonNull(task).networks())
        .singleElement()
        .satisfies(attached -> assertThat(attached.target()).isEqualTo(id));
    refusal(InvalidRequestException.class, () -> sleeper("in").network("ingress").execute());
    gone("net40", "on");
  }

  @Test
  @DisplayName("21, 22: the list has what was asked for, and counts what runs")
  void theList() {
    sleeper("counted").replicas(2).label("tier", "front").await();
    web("other").constraint(NOWHERE).execute();
    assertThat(listed()).containsExactlyInAnyOrder("counted", "other");
    until(
        "two of two run",
        () -> {
          var status = m.services().list().named("counted").orElseThrow().serviceStatus();
          return status != null
              && Long.valueOf(2).equals(status.runningTasks())
              && Long.valueOf(2).equals(status.desiredTasks());
        });
    assertThat(m.services().inspect("counted").serviceStatus()).isNull();
  }

  private Set<String> listed() {
    return m.services().list().stream()
        .map(service -> Objects.requireNonNull(service.spec()).name())
        .map(String::valueOf)
        .collect(Collectors.toSet());
  }

  @Test
  @DisplayName("32: an update that meets another is applied to what that has made")
  void twoUpdates() {
    web("shared").replicas(1).constraint(NOWHERE).execute();
    var read = m.services().inspect("shared").version();
    long version = Objects.requireNonNull(Objects.requireNonNull(read).index());
    m.services().update("shared").label("first", "1").execute();
    refusal(
        io.github.swarmclient.VersionConflictException.class,
        () -> m.services().update("shared").label("late", "1").atVersion(version).execute());
    m.services().update("shared").label("second", "1").execute();
    assertThat(Objects.requireNonNull(m.services().inspect("shared").spec()).labels())
        .containsOnlyKeys("first", "second");
  }
}
