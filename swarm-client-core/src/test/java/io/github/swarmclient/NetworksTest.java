package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.EndpointIpamConfig;
import io.github.swarmclient.model.Network;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NetworksTest {
  private static final String IN_USE =
      "rpc error: code = FailedPrecondition desc = network n1 is in use by task t1";

  private final ScriptedEngine engine =
      new ScriptedEngine()
          .on("POST /networks/create", "{\"Id\":\"n1\",\"Warning\":\"\"}")
          .on("GET /networks/backend", "{\"Id\":\"n1\",\"Name\":\"backend\"}")
          .on("DELETE /networks/n1", "");
  private final FakeTime time = new FakeTime();
  private final Networks networks = engine.client(time).networks();

  @Test
  void aNetworkIsAnOverlayNetworkUnlessItSaysOtherwise() {
    assertThat(networks.create("backend").execute().id()).isEqualTo("n1");
    assertThat(engine.only("POST /networks/create").body())
        .isEqualTo("{\"Name\":\"backend\",\"Driver\":\"overlay\"}");
  }

  @Test
  void everyOptionIsSent() {
    networks
        .create("backend")
        .driver("weave")
        .scope("swarm")
        .attachable()
        .internal()
        .ingress()
        .ipv6(true)
        .encrypted()
        .option("com.docker.network.driver.mtu", "1400")
        .label("team", "blue")
        .subnet("10.1.0.0/24")
        .subnet(
            "10.2.0.0/24",
            s ->
                s.gateway("10.2.0.1").ipRange("10.2.0.128/25").putAuxiliaryAddress("r", "10.2.0.9"))
        .ipamOption("a", "b")
        .configFrom("base")
        .execute();
    assertThat(engine.only("POST /networks/create").body())
        .isEqualTo(
            "{\"Name\":\"backend\",\"Driver\":\"weave\",\"Scope\":\"swarm\",\"EnableIPv6\":true,"
                + "\"IPAM\":{\"Driver\":\"default\",\"Options\":{\"a\":\"b\"},\"Config\":["
                + "{\"Subnet\":\"10.1.0.0/24\"},{\"Subnet\":\"10.2.0.0/24\","
                + "\"IPRange\":\"10.2.0.128/25\",\"Gateway\":\"10.2.0.1\","
                + "\"AuxiliaryAddresses\":{\"r\":\"10.2.0.9\"}}]},\"Internal\":true,"
                + "\"Attachable\":true,\"Ingress\":true,\"ConfigFrom\":{\"Network\":\"base\"},"
                + "\"Options\":{\"encrypted\":\"\",\"com.docker.network.driver.mtu\":\"1400\"},"
                + "\"Labels\":{\"team\":\"blue\"}}");
  }

  @Test
  void aConfigurationHasNoDriver() {
    networks.create("base").configOnly().subnet("10.3.0.0/24").ipamDriver("mine").execute();
    assertThat(engine.only("POST /networks/create").body())
        .isEqualTo(
            "{\"Name\":\"base\",\"IPAM\":{\"Driver\":\"mine\",\"Config\":["
                + "{\"Subnet\":\"10.3.0.0/24\"}]},\"ConfigOnly\":true}");
  }

  @Test
  void ipv4IsNotChosenFromAnEngineThatWouldNotListen() {
    assertThatThrownBy(() -> networks.create("v6").ipv4(false).execute())
        .isInstanceOf(UnsupportedApiException.class)
        .hasMessageContaining("EnableIPv4 needs API 1.48, this engine has 1.45");
    assertThat(engine.sent()).isEmpty();
  }

  @Test
  void listsAreFiltered() {
    engine.on("GET /networks", "[{\"Id\":\"n1\"}]");
    assertThat(networks.list()).extracting(Network::id).containsExactly("n1");
    networks.list(
        q -> q.name("back").id("n").driver("overlay").scope("swarm").label("a", "b").custom());
    networks.list(q -> q.dangling());
    assertThat(engine.requests().get(1).query())
        .isEqualTo(
            "filters={\"name\":[\"back\"],\"id\":[\"n\"],\"driver\":[\"overlay\"],"
                + "\"scope\":[\"swarm\"],\"label\":[\"a=b\"],\"type\":[\"custom\"]}");
    assertThat(engine.requests().get(2).query()).isEqualTo("filters={\"dangling\":[\"true\"]}");
  }

  @Test
  void inspectionsAreShortOrVerbose() {
    assertThat(networks.inspect("backend").name()).isEqualTo("backend");
    networks.inspectVerbose("backend");
    assertThat(engine.sent())
        .containsExactly("GET /v1.45/networks/backend", "GET /v1.45/networks/backend?verbose=true");
    assertThatThrownBy(() -> networks.inspect("none")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> networks.inspect("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNetworkThatIsUsedIsNotRemoved() {
    engine.refuse("DELETE /networks/backend", 400, IN_USE);
    assertThatThrownBy(() -> networks.remove("backend").execute())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("network removal of backend failed")
        .hasMessageContaining("in use by task t1");
  }

  @Test
  void aNetworkIsRemovedWhenItsTasksHaveStopped() {
    engine.on(
        "DELETE /networks/n1",
        request -> ScriptedEngine.Answer.refusal(400, IN_USE),
        request -> ScriptedEngine.Answer.refusal(400, IN_USE),
        request -> new ScriptedEngine.Answer(204, java.util.Map.of(), ""));
    networks.remove("backend").awaitGone();
    assertThat(engine.writes())
        .containsExactly(
            "DELETE /v1.45/networks/n1", "DELETE /v1.45/networks/n1", "DELETE /v1.45/networks/n1");
  }

  @Test
  void aRemovalThatWasDoneWithoutAnAnswerIsDone() {
    engine.on(
        "DELETE /networks/n1",
        request -> {
          throw new java.io.IOException("connection reset");
        },
        request -> ScriptedEngine.Answer.refusal(404, "network n1 not found"));
    networks.remove("backend").awaitGone();
    assertThat(engine.writes()).hasSize(2);
  }

  @Test
  void aServiceOnTheNetworkIsNotWaitedFor() {
    engine.refuse(
        "DELETE /networks/n1",
        400,
        "rpc error: code = FailedPrecondition desc = network n1 is in use by service s1");
    assertThatThrownBy(() -> networks.remove("backend").awaitGone())
        .isInstanceOf(RefusedException.class);
    assertThat(engine.writes()).hasSize(1);
  }

  @Test
  void tasksThatStayAreSaidAtTheDeadline() {
    engine.refuse("DELETE /networks/n1", 400, IN_USE);
    assertThatThrownBy(() -> networks.remove("backend").within(Duration.ofSeconds(30)).awaitGone())
        .isInstanceOf(WaitException.class)
        .hasMessageContaining("network removal of backend failed: not within 30s")
        .hasMessageContaining("network n1 is in use by task t1");
  }

  @Test
  void containersAreConnectedAndDisconnected() {
    engine.on("POST /networks/backend/connect", "").on("POST /networks/backend/disconnect", "");
    networks.connect("backend", "box");
    networks.connect(
        "backend",
        "box",
        e ->
            e.addAlias("db")
                .ipamConfig(EndpointIpamConfig.builder().ipv4Address("10.1.0.9").build()));
    networks.disconnect("backend", "box");
    networks.forceDisconnect("backend", "box");
    assertThat(engine.requests())
        .extracting(request -> request.path() + " " + request.body())
        .containsExactly(
            "/networks/backend/connect {\"Container\":\"box\",\"EndpointConfig\":{}}",
            "/networks/backend/connect {\"Container\":\"box\",\"EndpointConfig\":{\"IPAMConfig\":"
                + "{\"IPv4Address\":\"10.1.0.9\"},\"Aliases\":[\"db\"]}}",
            "/networks/backend/disconnect {\"Container\":\"box\",\"Force\":false}",
            "/networks/backend/disconnect {\"Container\":\"box\",\"Force\":true}");
    engine.refuse(
        "POST /networks/backend/connect",
        403,
        "Could not attach to network backend: rpc error: code = PermissionDenied desc = network"
            + " backend not manually attachable");
    assertThatThrownBy(() -> networks.connect("backend", "box"))
        .isInstanceOf(DeniedException.class)
        .hasMessageContaining("network connect of box to backend failed");
  }

  @Test
  void unusedNetworksArePruned() {
    engine.on("POST /networks/prune", "{\"NetworksDeleted\":[\"old\"]}");
    assertThat(networks.prune().networksDeleted()).containsExactly("old");
    networks.prune(q -> q.olderThan(Duration.ofHours(1)).label("a").withoutLabel("keep=1"));
    assertThat(engine.requests().get(0).query()).isEmpty();
    assertThat(engine.requests().get(1).query())
        .isEqualTo("filters={\"until\":[\"3600s\"],\"label\":[\"a\"],\"label!\":[\"keep=1\"]}");
  }
}
