package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.ServiceUpdate;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Who changes one thing changes nothing else, also not what this library does not know: compared as
 * JSON, as the engine has it.
 */
abstract class LosslessContract extends SwarmContract {
  /** Sets what can be set of docker02 and of the swarm, without this library. */
  private void setNodeAndSwarm() {
    JsonNode node = get("/nodes/" + idOf(w2));
    ObjectNode nodeSpec = node.path("Spec").deepCopy();
    nodeSpec.putObject("Labels").put("rack", "r2").put("empty", "");
    Wire.post(host1, "/nodes/" + idOf(w2) + "/update?version=" + version(node), nodeSpec);

    JsonNode swarm = get("/swarm");
    ObjectNode spec = swarm.path("Spec").deepCopy();
    spec.withObject("/Orchestration").put("TaskHistoryRetentionLimit", 7);
    spec.withObject("/Dispatcher").put("HeartbeatPeriod", 6_000_000_000L);
    spec.withObject("/CAConfig").put("NodeCertExpiry", 172_800_000_000_000L);
    Wire.post(host1, "/swarm/update?version=" + version(swarm), spec);
  }

  private static long version(JsonNode object) {
    return object.at("/Version/Index").asLong();
  }

  @Test
  void scalingChangesOnlyTheReplicas() {
    changesOnly(update -> update.replicas(7), "/Mode/Replicated/Replicas", "7");
  }

  @Test
  void aForcedUpdateChangesOnlyItsCounter() {
    changesOnly(ServiceUpdate::force, "/TaskTemplate/ForceUpdate", "1");
  }

  @Test
  void aNewImageChangesOnlyTheImage() {
    changesOnly(
        update -> update.image("redis:3.0.7"),
        "/TaskTemplate/ContainerSpec/Image",
        "\"redis:3.0.7\"");
  }

  @Test
  void aNewLabelChangesOnlyTheLabel() {
    changesOnly(update -> update.label("added", "label"), "/Labels/added", "\"label\"");
  }

  private void changesOnly(UnaryOperator<ServiceUpdate> change, String where, String value) {
    contract.createWithEverything(host1, "everything");
    JsonNode before = get("/services/everything");
    change.apply(m.services().update("everything")).execute();
    JsonNode after = get("/services/everything");
    assertThat(after.at("/Spec" + where)).hasToString(value);
    assertThat(without(after.path("Spec"), where)).isEqualTo(without(before.path("Spec"), where));
    assertThat(after.path("PreviousSpec")).isEqualTo(before.path("Spec"));

    m.services().rollback("everything").execute();
    assertThat(get("/services/everything").path("Spec")).isEqualTo(before.path("Spec"));
  }

  private static JsonNode without(JsonNode spec, String where) {
    JsonNode copy = spec.deepCopy();
    JsonPointer pointer = JsonPointer.compile(where);
    JsonNode parent = copy.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.remove(pointer.last().getMatchingProperty());
    }
    return copy;
  }

  @Test
  void aDrainedNodeKeepsItsLabelsAndRole() {
    setNodeAndSwarm();
    JsonNode before = get("/nodes/" + idOf(w2)).path("Spec");
    assertThat(before.path("Labels")).isNotEmpty();
    m.nodes().drain("docker02").execute();
    JsonNode after = get("/nodes/" + idOf(w2)).path("Spec");
    assertThat(after.path("Availability").asText()).isEqualTo("drain");
    assertThat(without(after, "/Availability")).isEqualTo(without(before, "/Availability"));
  }

  @Test
  void aRotatedTokenLeavesTheSettingsOfTheSwarmAlone() {
    setNodeAndSwarm();
    JsonNode before = get("/swarm");
    assertThat(before.at("/Spec/Orchestration/TaskHistoryRetentionLimit").asInt()).isEqualTo(7);
    m.rotateJoinToken(NodeRole.WORKER);
    JsonNode after = get("/swarm");
    assertThat(after.path("JoinTokens")).isNotEqualTo(before.path("JoinTokens"));
    assertThat(after.path("Spec")).isEqualTo(before.path("Spec"));
  }

  /** Returns what the engine of docker01 answers, as it is. */
  final JsonNode get(String target) {
    return Wire.get(host1, target);
  }
}
