package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EmbeddedLifecycleTest {
  @Test
  void nodesAreReadyWhenTheirSwarmHasStarted() {
    try (EmbeddedSwarm swarm = SwarmCluster.embedded().managers(3).workers(2).start();
        SwarmClient client = swarm.connect()) {
      assertThat(client.nodes().list())
          .hasSize(5)
          .allMatch(node -> NodeState.READY.equals(Objects.requireNonNull(node.status()).state()));
    }
  }

  @Test
  void threeReplicasSpreadOverThreeNodes() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(3);
    assertThat(s.places("my_web")).containsExactly("docker01", "docker02", "docker03");
    JsonNode task = s.running("my_web").get(0);
    assertThat(task.at("/Status/ContainerStatus/ContainerID").asText()).matches("[0-9a-f]{64}");
    assertThat(task.path("Slot").asInt()).isEqualTo(1);
  }

  @Test
  void anUpdateReplacesOneTaskAfterAnother() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(2);
    s.update(
        "my_web",
        spec -> {
          spec.set("UpdateConfig", Wire.json("{'Parallelism':1,'Monitor':2000000000}"));
          spec.withObject("/TaskTemplate/ContainerSpec").put("Image", "nginx:1.14");
        });
    assertThat(s.inspect("my_web").has("UpdateStatus")).isFalse();
    s.seconds(0.2);
    assertThat(s.inspect("my_web").at("/UpdateStatus/State").asText()).isEqualTo("updating");
    s.seconds(10);
    assertThat(s.inspect("my_web").at("/UpdateStatus/State").asText()).isEqualTo("completed");
    assertThat(s.running("my_web"))
        .extracting(task -> task.at("/Spec/ContainerSpec/Image").asText())
        .containsExactly("nginx:1.14", "nginx:1.14");
  }
}
