package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.testkit.SwarmNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manager tells of what happens, and with which attributes. */
abstract class EventsContract extends Observed {
  private Instant begun = Instant.EPOCH;

  @BeforeEach
  void begin() {
    begun = cluster.time().now();
  }

  private List<JsonNode> of(String type) {
    return events(begun, "{'type':{'" + type + "':true}}");
  }

  private static Map<String, String> attributes(JsonNode event) {
    Map<String, String> attributes = new TreeMap<>();
    event
        .at("/Actor/Attributes")
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
    return attributes;
  }

  private void untilTold(String type, int count) {
    until(count + " events of a " + type, () -> of(type).size() >= count);
  }

  private List<String> told(String type) {
    return of(type).stream()
        .map(event -> event.path("Action").asText() + " " + attributes(event))
        .toList();
  }

  @Test
  void aServiceTellsItsImageAndItsReplicas() {
    brisk(m.services().create("app").image("redis:3.0.6")).constraint(NOWHERE).execute();
    m.services().update("app").image("redis:3.0.7").execute();
    m.services().scale("app", 3).execute();
    m.services().update("app").label("a", "b").execute();
    m.services().remove("app").execute();
    until("it is told", () -> told("service").contains("remove {name=app}"));
    assertThat(told("service"))
        .contains(
            "create {name=app}",
            "update {name=app, replicas.new=3, replicas.old=1}",
            "update {name=app}",
            "remove {name=app}")
        .anyMatch(t -> t.matches("update .image.new=redis:3.0.7.*, image.old=redis:3.0.6.*"));
  }

  @Test
  void anUpdateTellsItsStates() {
    sleeper("app").constraint("node.hostname==docker01").await();
    m.services().update("app").env("A", "b").await();
    m.services().rollback("app").await();
    until(
        "it is told",
        () -> told("service").stream().anyMatch(t -> t.contains("new=rollback_completed")));
    assertThat(told("service"))
        .containsSubsequence(
            "update {name=app, updatestate.new=updating}",
            "update {name=app, updatestate.new=completed, updatestate.old=updating}",
            "update {name=app, updatestate.new=rollback_started, updatestate.old=completed}",
            "update {name=app, updatestate.new=rollback_completed,"
                + " updatestate.old=rollback_started}");
  }

  @Test
  void anEventNamesItsObject() {
    String id = sleeper("app").constraint(NOWHERE).execute().id();
    untilTold("service", 1);
    JsonNode event = of("service").get(0);
    assertThat(event.at("/Actor/ID").asText()).isEqualTo(id);
    assertThat(event.path("Type").asText()).isEqualTo("service");
    assertThat(event.path("scope").asText()).isEqualTo("swarm");
    long nanos = event.path("timeNano").asLong();
    assertThat(event.path("time").asLong()).isEqualTo(nanos / 1_000_000_000);
    assertThat(Instant.ofEpochSecond(0, nanos)).isBetween(begun, cluster.time().now());
    assertThat(event.has("status")).isFalse();
  }

  @Test
  void aNodeTellsItsAvailabilityButNotItsLabels() {
    m.nodes().update("docker03").label("a", "b").execute();
    m.nodes().update("docker03").availability(NodeAvailability.DRAIN).execute();
    m.nodes().update("docker03").availability(NodeAvailability.ACTIVE).execute();
    untilTold("node", 3);
    assertThat(told("node"))
        .containsExactly(
            "update {name=docker03}",
            "update {availability.new=drain, availability.old=active, name=docker03}",
            "update {availability.new=active, availability.old=drain, name=docker03}");
  }

  @Test
  void aNodeTellsItsRoleWhenItHasIt() {
    m.nodes().promote("docker02").await();
    m.nodes().demote("docker02").await();
    until("it is told", () -> told("node").stream().anyMatch(t -> t.contains("role.new=worker")));
    assertThat(told("node"))
        .containsSubsequence(
            "update {name=docker02}",
            "update {name=docker02, role.new=manager, role.old=worker}",
            "update {name=docker02}",
            "update {name=docker02, role.new=worker, role.old=manager}");
  }

  @Test
  void secretsAndConfigsTellTheirNames() {
    String secret = m.secrets().create("key").data("a").execute().id();
    m.secrets().update("key").label("a", "b").execute();
    m.secrets().remove("key");
    m.configs().create("settings").data("a").execute();
    m.configs().remove("settings");
    untilTold("secret", 3);
    untilTold("config", 2);
    assertThat(told("secret"))
        .containsExactly("create {name=key}", "update {name=key}", "remove {name=key}");
    assertThat(of("secret")).allMatch(event -> event.at("/Actor/ID").asText().equals(secret));
    assertThat(told("config")).containsExactly("create {name=settings}", "remove {name=settings}");
  }

  @Test
  void aContainerTellsItsLifeWithTheLabelsOfItsTask() {
    once("app", "exit 4").constraint("node.hostname==docker01").execute();
    JsonNode task = untilAtLeast("app", in("failed"), 1).get(0);
    until("it is told", () -> actions("container").contains("die"));
    assertThat(actions("container")).containsSubsequence("create", "start", "die");
    JsonNode die =
        of("container").stream()
            .filter(event -> event.path("Action").asText().equals("die"))
            .findFirst()
            .orElseThrow();
    assertThat(die.path("scope").asText()).isEqualTo("local");
    assertThat(die.at("/Actor/ID")).isEqualTo(task.at("/Status/ContainerStatus/ContainerID"));
    assertThat(attributes(die))
        .containsEntry("exitCode", "4")
        .containsEntry("com.docker.swarm.service.name", "app")
        .containsEntry("com.docker.swarm.task.id", task.path("ID").asText())
        .containsEntry("name", "app.1." + task.path("ID").asText())
        .containsKeys("image", "com.docker.swarm.node.id");
  }

  private List<String> actions(String type) {
    return of(type).stream().map(event -> event.path("Action").asText()).toList();
  }

  @Test
  void aContainerThatIsStoppedIsKilledFirst() {
    sleeper("app").constraint("node.hostname==docker01").await();
    m.services().remove("app").awaitGone();
    until("it is told", () -> actions("container").contains("destroy"));
    assertThat(actions("container")).containsSubsequence("kill", "die", "destroy");
    assertThat(actions("container")).contains("stop");
  }

  @Test
  void theFollowerTellsTheSameOfTheSwarm() {
    m.nodes().promote("docker02").await();
    SwarmNode leader = host1;
    host1 = host2;
    // A new manager tells what happens from some moment on, and of what was before, nothing.
    AtomicInteger probes = new AtomicInteger();
    until(
        "the follower tells anything",
        () -> {
          m.secrets().create("probe" + probes.incrementAndGet()).data("a").execute();
          return !of("secret").isEmpty();
        });
    m.configs().create("settings").data("a").execute();
    untilTold("config", 1);
    var told = told("config");
    host1 = leader;
    untilTold("config", 1);
    assertThat(told("config")).isEqualTo(told);
    m.nodes().demote("docker02").await();
  }

  @Test
  void filtersOfOneKindAreAlternativesAndOfTwoKindsConditions() {
    m.secrets().create("key").data("a").execute();
    m.configs().create("settings").data("a").execute();
    m.secrets().remove("key");
    untilTold("secret", 2);
    untilTold("config", 1);
    assertThat(events(begun, "{'type':{'secret':true,'config':true}}")).hasSize(3);
    assertThat(events(begun, "{'type':{'secret':true},'event':{'remove':true}}")).hasSize(1);
    assertThat(events(begun, "{'scope':{'swarm':true},'secret':{'key':true}}")).hasSize(2);
    assertThat(events(begun, "{'scope':{'local':true},'type':{'secret':true}}")).isEmpty();
  }
}
