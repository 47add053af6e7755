package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesTest {
  private final ScriptedSwarm swarm = new ScriptedSwarm();
  private final ScriptedEngine engine = swarm.engine("docker01");
  private final Nodes nodes = engine.client().nodes();

  @BeforeEach
  void threeNodes() {
    swarm.add("docker01", "manager");
    swarm.add("docker02", "worker");
    swarm.add("docker03", "worker");
  }

  @Test
  void listIsTheTableOfTheCommandLine() {
    swarm.set("iddocker02", "Spec", "Availability", "drain");
    swarm.set("iddocker03", "Status", "State", "down");
    assertThat(nodes.list().pretty())
        .isEqualTo(
            """
            ID             HOSTNAME   STATUS   AVAILABILITY   MANAGER STATUS   ENGINE VERSION
            iddocker01 *   docker01   Ready    Active         Leader           29.0.1
            iddocker02     docker02   Ready    Drain                           29.0.1
            iddocker03     docker03   Down     Active                          29.0.1
            """);
    assertThat(engine.sent()).containsExactly("GET /v1.45/nodes", "GET /v1.45/info");
  }

  @Test
  void listOfNodesThatTellNothingIsATableToo() {
    engine.on("GET /nodes", "[{\"ID\":\"x\",\"ManagerStatus\":{}},{\"ID\":\"y\\nz\"}]");
    assertThat(nodes.list().pretty().lines()).hasSize(3);
    engine.on("GET /nodes", "null");
    assertThat(nodes.list()).isEmpty();
  }

  @Test
  void listKnowsSelfAndNames() {
    NodeList list = nodes.list();
    assertThat(list).hasSize(3);
    assertThat(list.self().map(Node::id)).contains("iddocker01");
    assertThat(list.named("DOCKER02").map(Node::id)).contains("iddocker02");
    assertThat(list.named("docker09")).isEmpty();
  }

  @Test
  void ofSeveralWithOneNameTheListNamesTheOneThatIsUp() {
    swarm.node("a-old", "docker02", "worker");
    swarm.set("iddocker02", "Status", "State", "down");
    assertThat(nodes.list().named("docker02").map(Node::id)).contains("a-old");
  }

  @Test
  void filtersAreSentAsTheEngineNamesThem() throws Exception {
    nodes.list(
        query ->
            query
                .role(NodeRole.WORKER)
                .label("os=linux")
                .nodeLabel("zone=a")
                .nodeLabel("disk")
                .name("docker")
                .id("id")
                .membership("accepted"));
    String query = engine.requests().get(0).query();
    assertThat(query).startsWith("filters=");
    assertThat(ScriptedEngine.JSON.readTree(query.substring("filters=".length())))
        .isEqualTo(
            ScriptedEngine.JSON.readTree(
                "{\"role\":[\"worker\"],\"label\":[\"os=linux\"],\"node.label\":[\"zone=a\",\"disk\"],"
                    + "\"name\":[\"docker\"],\"id\":[\"id\"],\"membership\":[\"accepted\"]}"));
  }

  @Test
  void inspectByIdNameAndSelf() {
    assertThat(nodes.inspect("iddocker02").id()).isEqualTo("iddocker02");
    assertThat(nodes.inspect("docker02").id()).isEqualTo("iddocker02");
    assertThat(nodes.inspect("self").id()).isEqualTo("iddocker01");
    assertThat(engine.sent())
        .containsExactly(
            "GET /v1.45/nodes/iddocker02",
            "GET /v1.45/nodes/docker02",
            "GET /v1.45/info",
            "GET /v1.45/nodes/iddocker01");
  }

  @Test
  void unknownNodeIsNotFoundAndTheOthersAreNamed() {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> nodes.inspect("docker09"))
        .withMessageContaining("docker09")
        .withMessageContaining("docker01, docker02, docker03");
  }

  @Test
  void nameInOtherCaseIsFound() {
    engine.refuse("GET /nodes/DOCKER02", 404, "node DOCKER02 not found");
    assertThat(nodes.inspect("DOCKER02").id()).isEqualTo("iddocker02");
  }

  @Test
  void ofSeveralWithOneNameTheOneThatIsUpIsMeant() {
    swarm.node("new", "docker02", "worker");
    swarm.set("iddocker02", "Status", "State", "down");
    assertThat(nodes.inspect("docker02").id()).isEqualTo("new");
    nodes.drain("docker02").execute();
    assertThat(swarm.get("new").at("/Spec/Availability").asText()).isEqualTo("drain");
  }

  @Test
  void ofSeveralThatAreUpNoneIsMeant() {
    swarm.node("new", "docker02", "worker");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> nodes.drain("docker02").execute())
        .withMessageContaining("iddocker02 (ready) or new (ready)")
        .withMessageContaining("name it by its ID");
    assertThat(engine.writes()).isEmpty();
  }

  @Test
  void removalDoesNotChooseAmongSeveral() {
    swarm.node("new", "docker02", "worker");
    swarm.set("iddocker02", "Status", "State", "down");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> nodes.remove("docker02").force().execute())
        .withMessageContaining("iddocker02 (down) or new (ready)");
    assertThat(engine.writes()).isEmpty();
  }

  @Test
  void removalOfAReadyNodeIsRefusedWithTheEnginesReason() {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> nodes.remove("docker02").execute());
    assertThat(refused.engineMessage())
        .isEqualTo("node iddocker02 is not down and can't be removed");
    assertThat(refused).hasMessageContaining("force()");
    nodes.remove("docker02").force().execute();
    assertThat(engine.writes())
        .containsExactly(
            "DELETE /v1.45/nodes/iddocker02", "DELETE /v1.45/nodes/iddocker02?force=1");
  }

  @Test
  void removalOfADownNodeIsNotForced() {
    swarm.set("iddocker02", "Status", "State", "down");
    nodes.remove("docker02").execute();
    assertThat(nodes.list()).hasSize(2);
    assertThat(engine.writes()).containsExactly("DELETE /v1.45/nodes/iddocker02");
  }

  @Test
  void pruneRemovesWorkersThatAreDownAndNothingElse() {
    swarm.set("iddocker02", "Status", "State", "down");
    swarm.node("old", "docker04", "worker");
    swarm.set("old", "Status", "State", "down");
    swarm.node("lost", "docker05", "manager");
    swarm.set("lost", "Status", "State", "down");
    swarm.node("unknown", "docker06", "worker");
    swarm.set("unknown", "Status", "State", "unknown");
    assertThat(nodes.prune()).extracting(Node::id).containsExactly("iddocker02", "old");
    assertThat(nodes.list())
        .extracting(Node::id)
        .containsExactly("iddocker01", "iddocker03", "lost", "unknown");
    assertThat(nodes.prune()).isEmpty();
  }

  @Test
  void pruneLeavesANodeThatHasComeBack() {
    swarm.set("iddocker02", "Status", "State", "down");
    swarm.set("iddocker03", "Status", "State", "down");
    engine
        .refuse(
            "DELETE /nodes/iddocker02",
            400,
            "rpc error: code = FailedPrecondition desc = node iddocker02 is not down and can't be")
        .refuse("DELETE /nodes/iddocker03", 404, "node iddocker03 not found");
    assertThat(nodes.prune()).isEmpty();
  }

  @Test
  void updateSendsTheWholeSpecWithItsVersion() throws Exception {
    ((com.fasterxml.jackson.databind.node.ObjectNode) swarm.get("iddocker02").at("/Spec/Labels"))
        .put("keep", "1")
        .put("drop", "2");
    String version = swarm.get("iddocker02").at("/Version/Index").asText();
    Node updated =
        nodes
            .update("docker02")
            .availability(NodeAvailability.PAUSE)
            .label("add", "3")
            .removeLabel("drop")
            .removeLabel("never")
            .execute();
    ScriptedEngine.Request request = engine.only("POST /nodes/iddocker02/update");
    assertThat(request.target()).isEqualTo("/v1.45/nodes/iddocker02/update?version=" + version);
    assertThat(request.json())
        .isEqualTo(
            ScriptedEngine.JSON.readTree(
                "{\"Role\":\"worker\",\"Availability\":\"pause\",\"FutureSpec\":7,"
                    + "\"Labels\":{\"keep\":\"1\",\"add\":\"3\"}}"));
    assertThat(NodeFacts.availability(updated)).isEqualTo(NodeAvailability.PAUSE);
  }

  @Test
  void updateThatChangesNothingSendsNothing() {
    nodes.activate("docker02").execute();
    nodes.demote("docker02").execute();
    nodes.promote("docker01").execute();
    assertThat(engine.writes()).isEmpty();
  }

  @Test
  void conflictMakesTheEditAnewOnWhatOthersLeft() {
    engine.on(
        "POST /nodes/iddocker02/update",
        request -> {
          swarm.set("iddocker02", "Spec", "Availability", "pause");
          return Answer.refusal(500, "rpc error: code = Unknown desc = update out of sequence");
        },
        request -> {
          assertThat(request.query())
              .isEqualTo("version=" + swarm.get("iddocker02").at("/Version/Index").asText());
          assertThat(request.json().path("Availability").asText()).isEqualTo("pause");
          assertThat(request.json().at("/Labels/mine").asText()).isEqualTo("1");
          return Answer.json("");
        });
    nodes.update("docker02").label("mine", "1").execute();
    assertThat(engine.writes()).hasSize(2);
  }

  @Test
  void manyWritersLoseNoLabel() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String writer = "w" + i + ".";
        writers.add(
            threads.submit(
                () -> {
                  for (int label = 0; label < 25; label++) {
                    nodes.update("docker02").label(writer + label, "x").execute();
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(NodeFacts.spec(nodes.inspect("docker02")).labels()).hasSize(200);
  }

  @Test
  void nodeThatCannotBeReadAfterTheUpdateIsReturnedAsWritten() {
    String node = swarm.get("iddocker02").toString();
    engine.on(
        "GET /nodes/docker02",
        request -> Answer.json(node),
        request -> Answer.refusal(500, "rpc error: code = Unknown desc = lost leader status"));
    engine.refuse("GET /nodes/iddocker02", 500, "The swarm does not have a leader.");
    Node updated = nodes.pause("docker02").execute();
    assertThat(NodeFacts.availability(updated)).isEqualTo(NodeAvailability.PAUSE);
    assertThat(engine.writes()).hasSize(1);
  }

  @Test
  void hostnameOfAnEngineInNoSwarmIsNotLookedUp() {
    ScriptedEngine alone = swarm.engine("docker09");
    alone.refuse(
        "GET /nodes/self", 503, "This node is not a swarm manager. Use \"docker swarm init\"");
    assertThatExceptionOfType(SwarmStateException.class)
        .isThrownBy(() -> alone.client().nodes().inspect("self"));
    assertThatExceptionOfType(SwarmStateException.class)
        .isThrownBy(() -> alone.client().nodes().list());
    assertThat(List.of(alone.openResponses())).containsOnly(0);
  }
}
