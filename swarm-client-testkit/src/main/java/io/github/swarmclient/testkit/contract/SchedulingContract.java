package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.Platform;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which node a task is given, and what the engine says of one that is given none. */
abstract class SchedulingContract extends Observed {

  private Map<String, Long> perNode(String service) {
    return places(service).stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private void label(String node, String value) {
    m.nodes().update(node).label("rack", value).execute();
  }

  private ServiceCreate onThird(String name) {
    return sleeper(name).constraint("node.hostname==docker03");
  }

  @Test
  void tasksAreSpreadOverAllNodes() {
    sleeper("even").replicas(6).await();
    assertThat(perNode("even")).containsOnlyKeys("docker01", "docker02", "docker03");
    assertThat(perNode("even").values()).containsOnly(2L);
  }

  @Test
  void theNodeWithTheFewestTasksOfAllComesFirst() {
    onThird("busy").replicas(2).await();
    m.services().create("other").image("alpine").args("sleep", "100").replicas(2).await();
    assertThat(places("other")).containsExactly("docker01", "docker02");
  }

  @Test
  void allConstraintsHaveToHold() {
    label("docker02", "a");
    label("docker03", "a");
    sleeper("here")
        .constraint("node.labels.rack==a")
        .constraint("node.hostname != docker02")
        .constraint("node.role==worker")
        .constraint("node.platform.os==linux")
        .replicas(2)
        .await();
    assertThat(places("here")).containsExactly("docker03", "docker03");
  }

  @Test
  void aNodeIsNamedByItsIdOrAddress() {
    sleeper("by-id").constraint("node.id==" + idOf(w2)).await();
    sleeper("by-ip").constraint("node.ip==" + host2.address()).await();
    assertThat(places("by-id")).containsExactly("docker02");
    assertThat(places("by-ip")).containsExactly("docker02");
  }

  @Test
  void aConstraintThatNoNodeFulfilsIsNamed() {
    sleeper("nowhere").constraint("node.labels.rack==z").execute();
    untilPendingSays(
        "nowhere", "no suitable node (scheduling constraints not satisfied on 3 nodes)");
    sleeper("engine").constraint("engine.labels.rack==z").execute();
    untilPendingSays(
        "engine", "no suitable node (scheduling constraints not satisfied on 3 nodes)");
  }

  @Test
  void whatMostNodesLackIsSaidFirst() {
    m.nodes().update("docker03").availability(NodeAvailability.PAUSE).execute();
    sleeper("nowhere").constraint("node.hostname!=docker01").reserveCpus(500).execute();
    // Each node is told by the first rule that it breaks.
    untilPendingSays(
        "nowhere",
        "no suitable node (insufficient resources on 2 nodes; 1 node not available for new tasks)");
  }

  @Test
  void aPendingTaskRunsAsSoonAsANodeFits() {
    sleeper("waits").constraint("node.labels.rack==late").execute();
    untilCount("waits", in("pending"), 1);
    label("docker02", "late");
    untilCount("waits", Observed::isRunning, 1);
    assertThat(places("waits")).containsExactly("docker02");
    assertThat(err(tasks("waits").get(0))).isEmpty();
  }

  @Test
  void reservationsAreCountedNotUsed() {
    sleeper("cpus").reserveCpus(500).execute();
    untilPendingSays("cpus", "no suitable node (insufficient resources on 3 nodes)");
    sleeper("memory").reserveMemory("9000g").execute();
    untilPendingSays("memory", "no suitable node (insufficient resources on 3 nodes)");
    sleeper("generic").genericResource("gpu", 1).execute();
    untilPendingSays("generic", "no suitable node (insufficient resources on 3 nodes)");
  }

  @Test
  void aReservationIsTakenFromWhatOthersHaveLeft() {
    long cpus = Wire.get(host1, "/nodes/docker03").at("/Description/Resources/NanoCPUs").asLong();
    onThird("first").reserveCpus(cpus / 1e9 - 0.5).await();
    onThird("second").reserveCpus(1).execute();
    untilPendingSays(
        "second",
        "no suitable node (scheduling constraints not satisfied on 2 nodes; insufficient resources"
            + " on 1 node)");
    m.services().remove("first").awaitGone();
    untilCount("second", Observed::isRunning, 1);
  }

  @Test
  void noNodeHasMoreThanTheMost() {
    sleeper("few").replicas(4).replicasMaxPerNode(1).execute();
    untilCount("few", Observed::isRunning, 3);
    untilPendingSays("few", "no suitable node (max replicas per node limit exceed)");
    assertThat(perNode("few").values()).containsOnly(1L);
    m.services().update("few").replicasMaxPerNode(2).execute();
    untilCount("few", Observed::isRunning, 4);
  }

  @Test
  void aPortOfTheHostIsForOneTask() {
    sleeper("port").publish(p -> p.target(80).published(8090).host()).replicas(4).execute();
    untilCount("port", Observed::isRunning, 3);
    untilPendingSays("port", "no suitable node (host-mode port already in use on 3 nodes)");
    onThird("udp").publish(p -> p.target(80).published(8090).udp().host()).await();
    onThird("tcp").publish(p -> p.target(81).published(8090).host()).execute();
    untilPendingSays(
        "tcp",
        "no suitable node (scheduling constraints not satisfied on 2 nodes; host-mode port already"
            + " in use on 1 node)");
  }

  @Test
  void aPlatformThatNoNodeHasIsNamed() {
    Platform windows = Platform.builder().os("windows").architecture("amd64").build();
    sleeper("windows").placement(p -> p.addPlatforms(windows)).execute();
    untilPendingSays("windows", "no suitable node (unsupported platform on 3 nodes)");
    Platform linux = Platform.builder().os("linux").build();
    sleeper("linux").placement(p -> p.addPlatforms(linux)).await();
  }

  @Test
  void aPluginThatNoNodeHasIsNamed() {
    sleeper("logs").logDriver("nosuch").execute();
    untilPendingSays("logs", "no suitable node (missing plugin on 3 nodes)");
    sleeper("data").mount("type=volume,source=data,target=/data,volume-driver=nosuch").execute();
    untilPendingSays("data", "no suitable node (missing plugin on 3 nodes)");
  }

  @Test
  void tasksAreSpreadOverTheValuesOfALabel() {
    label("docker01", "a");
    label("docker02", "a");
    label("docker03", "b");
    sleeper("racks").placementPref("spread=node.labels.rack").replicas(4).await();
    assertThat(perNode("racks")).containsEntry("docker03", 2L).hasSize(3);
    m.services().scale("racks", 6).await();
    assertThat(perNode("racks")).containsEntry("docker03", 3L).hasSize(3);
  }

  @Test
  void nodesWithoutTheLabelAreOneGroup() {
    label("docker01", "a");
    sleeper("racks").placementPref("spread=node.labels.rack").replicas(4).await();
    assertThat(perNode("racks"))
        .containsEntry("docker01", 2L)
        .containsEntry("docker02", 1L)
        .containsEntry("docker03", 1L);
  }

  @Test
  void aFullGroupLeavesItsTasksToTheOthers() {
    label("docker03", "b");
    sleeper("racks")
        .placementPref("spread=node.labels.rack")
        .replicasMaxPerNode(2)
        .replicas(6)
        .await();
    assertThat(perNode("racks").values()).containsOnly(2L);
  }

  @Test
  void aPreferenceWithinAPreferenceDividesItsGroups() {
    m.nodes().update("docker01").label("site", "x").label("rack", "1").execute();
    m.nodes().update("docker02").label("site", "x").label("rack", "2").execute();
    m.nodes().update("docker03").label("site", "y").label("rack", "1").execute();
    sleeper("sites")
        .placementPref("spread=node.labels.site")
        .placementPref("spread=node.labels.rack")
        .replicas(8)
        .await();
    assertThat(perNode("sites")).isEqualTo(Map.of("docker01", 2L, "docker02", 2L, "docker03", 4L));
  }

  @Test
  void aGlobalServiceWaitsForEachNodeByItself() {
    sleeper("each").global().reserveCpus(500).execute();
    untilCount("each", t -> err(t).equals("insufficient resources on 1 node"), 3);
    assertThat(tasks("each"))
        .allMatch(task -> state(task).equals("pending") && !task.path("NodeID").asText().isEmpty());
  }

  @Test
  void aGlobalServiceFollowsTheLabelsOfTheNodes() {
    label("docker02", "a");
    sleeper("each").global().constraint("node.labels.rack==a").await();
    assertThat(places("each")).containsExactly("docker02");
    label("docker03", "a");
    until("docker03 has a task", () -> places("each").equals(List.of("docker02", "docker03")));
    label("docker02", "b");
    until("docker02 has none", () -> places("each").equals(List.of("docker03")));
  }

  @Test
  void aTaskWhoseNodeDoesNotFitAnyMoreIsRejected() {
    label("docker02", "a");
    label("docker03", "a");
    sleeper("moves").constraint("node.labels.rack==a").replicas(2).await();
    label("docker03", "b");
    JsonNode rejected = untilAtLeast("moves", in("rejected"), 1).get(0);
    assertThat(err(rejected)).isEqualTo("assigned node no longer meets constraints");
    assertThat(rejected.at("/Status/Message").asText())
        .isEqualTo("task rejected by constraint enforcer");
    untilCount("moves", Observed::isRunning, 2);
    assertThat(places("moves")).containsExactly("docker02", "docker02");
  }

  @Test
  void aPausedNodeKeepsItsTasksAndGetsNoMore() {
    sleeper("kept").replicas(3).await();
    m.nodes().update("docker03").availability(NodeAvailability.PAUSE).execute();
    m.services().scale("kept", 5).await();
    assertThat(perNode("kept")).isEqualTo(Map.of("docker01", 2L, "docker02", 2L, "docker03", 1L));
  }

  @Test
  void whatIsTakenAwayLeavesTheNodesEven() {
    sleeper("even").replicas(6).await();
    m.services().scale("even", 3).await();
    until("three are left", () -> tasks("even").size() == 3);
    assertThat(perNode("even").values()).containsOnly(1L);
  }

  @Test
  void ofOneNodeTheHighestSlotsGoFirst() {
    onThird("slots").replicas(5).await();
    m.services().scale("slots", 2).await();
    until("two are left", () -> tasks("slots").size() == 2);
    assertThat(tasks("slots")).extracting(Observed::slot).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void aSlotThatWasFreedIsFilledAgain() {
    onThird("slots").replicas(3).await();
    m.services().scale("slots", 1).await();
    until("one is left", () -> tasks("slots").size() == 1);
    m.services().scale("slots", 3).await();
    assertThat(tasks("slots")).extracting(Observed::slot).containsExactlyInAnyOrder(1L, 2L, 3L);
  }
}
