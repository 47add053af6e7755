package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the tasks of nodes that fail, or are taken out of use. */
abstract class NodeLossContract extends Observed {

  private JsonNode nodeStatus(String node) {
    return Wire.get(host1, "/nodes/" + node).path("Status");
  }

  private List<JsonNode> on(String service, String node) {
    return tasks(service, task -> task.path("NodeID").asText().equals(node));
  }

  private boolean runsWithout(String service, String node) {
    List<String> places = places(service);
    return places.size() == 3 && !places.contains(node);
  }

  @Test
  void aNodeThatFailsIsDownAndItsTasksRunElsewhere() {
    String lost = idOf(w3);
    sleeper("app").replicas(3).await();
    sleeper("each").global().await();
    Instant killed = cluster.time().now();
    host3.kill();
    until("docker03 is down", () -> nodeStatus(lost).path("State").asText().equals("down"));
    // Three heartbeats of five seconds, as engines count them, are 10 to 16 seconds.
    assertThat(Duration.between(killed, cluster.time().now()))
        .isBetween(ofSeconds(8), ofSeconds(25));
    assertThat(nodeStatus(lost).path("Message").asText()).isEqualTo("heartbeat failure");
    until("three run elsewhere", () -> runsWithout("app", "docker03"));
    // Nobody has heard what became of the old one: it was told to shut down, and seems to run.
    assertThat(on("app", lost))
        .isNotEmpty()
        .allMatch(task -> desired(task).equals("shutdown") && state(task).equals("running"));
    assertThat(on("each", lost))
        .isNotEmpty()
        .allMatch(task -> desired(task).equals("shutdown") && state(task).equals("running"));
    host3.start();
    until("docker03 is ready", () -> nodeStatus(lost).path("State").asText().equals("ready"));
    until(
        "what it ran has ended",
        () -> on("app", lost).stream().noneMatch(task -> state(task).equals("running")));
    until("a task is on it again", () -> on("each", lost).stream().anyMatch(Observed::isRunning));
    assertThat(places("app")).doesNotContain("docker03");
  }

  @Test
  void aNodeThatIsBackInTimeKeepsItsTasks() {
    sleeper("app").constraint("node.hostname==docker03").await();
    String task = tasks("app").get(0).path("ID").asText();
    host3.pause();
    pause(ofSeconds(2));
    host3.unpause();
    pause(ofSeconds(2));
    assertThat(tasks("app", Observed::isRunning))
        .extracting(each -> each.path("ID").asText())
        .containsExactly(task);
    assertThat(nodeStatus("docker03").path("State").asText()).isEqualTo("ready");
  }

  @Test
  void aDrainedNodeShutsItsTasksDownAndHasNoMore() {
    sleeper("app").replicas(3).restartPolicy(r -> r.delay(ofSeconds(30))).await();
    sleeper("each").global().await();
    String drained = idOf(w3);
    m.nodes().update("docker03").availability(NodeAvailability.DRAIN).execute();
    // What moves away from it does not wait for the delay.
    until("three run elsewhere", () -> runsWithout("app", "docker03"));
    until("it has ended", () -> on("app", drained).stream().allMatch(in("shutdown")));
    until("two are left", () -> places("each").size() == 2);
    assertThat(on("each", drained)).allMatch(task -> desired(task).equals("shutdown"));
    m.nodes().update("docker03").availability(NodeAvailability.ACTIVE).execute();
    until("docker03 has one again", () -> places("each").contains("docker03"));
    assertThat(places("app")).doesNotContain("docker03");
  }

  @Test
  void theTasksOfANodeThatIsRemovedAreOrphans() {
    sleeper("app").constraint("node.role==worker").replicas(2).await();
    String lost = idOf(w3);
    leave(w3);
    until("docker03 is down", () -> nodeStatus(lost).path("State").asText().equals("down"));
    m.nodes().remove(lost).execute();
    until("two run on docker02", () -> places("app").equals(List.of("docker02", "docker02")));
    assertThat(on("app", lost))
        .isNotEmpty()
        .allMatch(
            task ->
                state(task).equals("orphaned")
                    && task.at("/Status/Message")
                        .asText()
                        .equals("Task belonged to a node that has been deleted"));
  }

  @Test
  void nothingIsPlacedOnANodeThatIsDown() {
    host3.kill();
    String lost = idOfNode("docker03");
    until("docker03 is down", () -> nodeStatus(lost).path("State").asText().equals("down"));
    sleeper("app").constraint("node.hostname==docker03").execute();
    untilPendingSays(
        "app",
        "no suitable node (scheduling constraints not satisfied on 2 nodes; 1 node not available"
            + " for new tasks)");
    host3.start();
    untilCount("app", Observed::isRunning, 1);
  }

  private String idOfNode(String hostname) {
    return id(m.nodes().inspect(hostname));
  }
}
