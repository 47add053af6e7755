package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where embedded engines run tasks, where only an embedded machine can be made to differ. */
class EmbeddedPlacementTest {
  private static final String SERVICE =
      "{'Name':'web','TaskTemplate':{'ContainerSpec':{'Image':'nginx'},%s},"
          + "'Mode':{'Replicated':{'Replicas':%d}}}";

  private static String reserving(String kind, int count, int replicas) {
    String resources =
        "'Resources':{'Reservations':{'GenericResources':[{'DiscreteResourceSpec':{'Kind':'"
            + kind
            + "','Value':"
            + count
            + "}}]}}";
    return SERVICE.formatted(resources, replicas);
  }

  @Test
  void tasksGetTheNamedThingsTheyHaveReserved() {
    SwarmOfThree s =
        new SwarmOfThree(EmbeddedSwarm.builder().genericResource("docker02", "GPU", "a", "b", "c"));
    s.service(reserving("GPU", 2, 2));
    assertThat(s.places("web")).containsExactly("docker02");
    assertThat(s.running("web").get(0).at("/GenericResources").findValuesAsText("Value"))
        .containsExactly("a", "b");
    assertThat(s.tasks("web"))
        .extracting(task -> task.at("/Status/Err").asText())
        .contains("no suitable node (insufficient resources on 3 nodes)");
    assertThat(s.m.get("/nodes/docker02").json().at("/Description/Resources/GenericResources"))
        .hasSize(3);
  }

  @Test
  void countedThingsAreUsedUpAndComeFreeAgain() {
    SwarmOfThree s =
        new SwarmOfThree(EmbeddedSwarm.builder().genericResource("docker03", "SSD", 3));
    s.service(reserving("SSD", 3, 1));
    assertThat(s.places("web")).containsExactly("docker03");
    s.service(reserving("SSD", 1, 1).replace("web", "second"));
    assertThat(s.places("second")).isEmpty();
    s.m.delete("/services/web");
    s.seconds(5);
    assertThat(s.places("second")).containsExactly("docker03");
  }

  @Test
  void aNodeOnWhichAServiceFailsAgainAndAgainGetsNoMoreOfIt() {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("bad").exitsWith(1);
    s.service(
        "{'Name':'bad','TaskTemplate':{'ContainerSpec':{'Image':'bad'},"
            + "'RestartPolicy':{'Delay':1000000000}},'Mode':{'Replicated':{'Replicas':1}}}");
    s.seconds(10);
    assertThat(s.tasks("bad")).extracting(s::place).contains("docker02");
  }

  @Test
  void aConstraintMayNameANetworkOfAddresses() {
    EmbeddedSwarm.Builder hosts = EmbeddedSwarm.builder().host("far", "10.7.0.9");
    try (EmbeddedSwarm swarm = hosts.start()) {
      Wire m = Wire.to(swarm.node("far"));
      m.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377'}");
      for (String ip : List.of("10.7.0.0/16", "10.7.0.9", "10.0.0.0/8", "10.8.0.0/16")) {
        String name = "in" + ip.replaceAll("\\D", "");
        String placement = "'Placement':{'Constraints':['node.ip == " + ip + "']}";
        m.post("/services/create", SERVICE.formatted(placement, 1).replace("web", name));
        swarm.advance(Duration.ofSeconds(2));
        JsonNode tasks = m.get("/tasks?" + Wire.filters("{'service':['" + name + "']}")).json();
        assertThat(tasks.at("/0/Status/State").asText())
            .as(ip)
            .isEqualTo(ip.startsWith("10.8") ? "pending" : "running");
      }
    }
  }

  @Test
  void anImageOfAnotherProcessorDoesNotRunHere() {
    SwarmOfThree s = new SwarmOfThree(EmbeddedSwarm.builder().architecture("docker02", "aarch64"));
    String platform = "'Placement':{'Platforms':[{'Architecture':'arm64','OS':'linux'}]}";
    s.service(SERVICE.formatted(platform, 2));
    assertThat(s.places("web")).containsExactly("docker02", "docker02");
  }

  @Test
  void anotherRootIsThereOnceEveryNodeHasACertificateOfIt() {
    SwarmOfThree s = new SwarmOfThree();
    JsonNode before = s.m.get("/swarm").json();
    s.swarm.node("docker03").stop();
    var spec = before.path("Spec").deepCopy();
    ((com.fasterxml.jackson.databind.node.ObjectNode) spec.path("CAConfig")).put("ForceRotate", 1);
    String target = "/swarm/update?version=" + before.at("/Version/Index").asLong();
    assertThat(s.m.post(target, spec).status()).isEqualTo(200);
    s.seconds(30);
    JsonNode during = s.m.get("/swarm").json();
    assertThat(during.path("RootRotationInProgress").asBoolean()).isTrue();
    assertThat(during.path("JoinTokens")).isEqualTo(before.path("JoinTokens"));
    s.swarm.node("docker03").start();
    s.seconds(10);
    JsonNode after = s.m.get("/swarm").json();
    assertThat(after.path("RootRotationInProgress").asBoolean()).isFalse();
    assertThat(after.at("/TLSInfo/TrustRoot")).isNotEqualTo(before.at("/TLSInfo/TrustRoot"));
    assertThat(after.at("/JoinTokens/Worker")).isNotEqualTo(before.at("/JoinTokens/Worker"));
  }
}
