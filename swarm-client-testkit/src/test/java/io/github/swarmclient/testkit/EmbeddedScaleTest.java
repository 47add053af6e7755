package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddedScaleTest {
  @Test
  void oneOfManyWritersAtTheSameVersionWins() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(1);
    var read = s.inspect("my_web");
    ObjectNode spec = (ObjectNode) read.path("Spec");
    String target = "/services/my_web/update?version=" + read.at("/Version/Index").asLong();
    List<Integer> statuses =
        IntStream.range(0, 20).parallel().mapToObj(i -> s.m.post(target, spec).status()).toList();
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 500)).isEqualTo(19);
  }

  @Test
  void aThousandTasksComeUp() {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'many','TaskTemplate':{'ContainerSpec':{'Image':'x'}},"
            + "'Mode':{'Replicated':{'Replicas':1000}}}");
    assertThat(s.running("many")).hasSize(1000);
  }

  @Test
  void tasksAreSpreadEvenlyOverAHundredNodes() {
    EmbeddedSwarm.Builder builder = EmbeddedSwarm.builder();
    for (int i = 0; i < 100; i++) {
      builder.host("n" + i, "10.1.0." + (i + 1));
    }
    try (EmbeddedSwarm swarm = builder.start()) {
      Wire m = Wire.to(swarm.node("n0"));
      m.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377'}");
      String token = m.get("/swarm").json().at("/JoinTokens/Worker").asText();
      String join =
          "{'ListenAddr':'0.0.0.0:2377','RemoteAddrs':['10.1.0.1'],'JoinToken':'" + token + "'}";
      for (int i = 1; i < 100; i++) {
        assertThat(Wire.to(swarm.node("n" + i)).post("/swarm/join", join).status()).isEqualTo(200);
      }
      swarm.advance(Duration.ofSeconds(1));
      m.post(
          "/services/create",
          "{'Name':'many','TaskTemplate':{'ContainerSpec':{'Image':'x'}},"
              + "'Mode':{'Replicated':{'Replicas':5000}}}");
      swarm.advance(Duration.ofSeconds(2));
      Map<String, Integer> byNode = new HashMap<>();
      for (JsonNode task : m.get("/tasks").json()) {
        assertThat(task.at("/Status/State").asText()).isEqualTo("running");
        byNode.merge(task.path("NodeID").asText(), 1, Integer::sum);
      }
      assertThat(byNode).hasSize(100);
      assertThat(byNode.values()).containsOnly(50);
    }
  }

  @Test
  void anHourWithoutEventsPassesAtOnce() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(3);
    s.seconds(3600);
    assertThat(s.running("my_web")).hasSize(3);
  }
}
