package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmbeddedNodesTest {
  private static final String JOIN =
      "{'ListenAddr':'0.0.0.0:2377','RemoteAddrs':['172.16.6.31:2377'],'JoinToken':'%s'}";

  @Test
  void engineBelongsToNoSwarmAtFirst() {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01")) {
      Wire wire = Wire.to(swarm.node("docker01"));
      assertThat(wire.get("/info").json().path("Swarm"))
          .isEqualTo(
              Wire.json(
                  "{'NodeID':'','NodeAddr':'','LocalNodeState':'inactive','ControlAvailable':false,"
                      + "'Error':'','RemoteManagers':null}"));
      assertThat(wire.get("/_ping").headers()).containsEntry("Swarm", "inactive");
      Wire.Answer refused = wire.get("/nodes");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.message())
          .isEqualTo(
              "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\""
                  + " to connect this node to swarm and try again.");
      assertThat(wire.post("/swarm/leave", "").message())
          .isEqualTo("This node is not part of a swarm");
      assertThat(wire.post("/swarm/init", "{'ListenAddr':''}").message())
          .startsWith("invalid ListenAddr \"\"");
    }
  }

  @Test
  void initMakesASwarmWithTheDefaultsOfAnEngine() {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01")) {
      Wire wire = Wire.to(swarm.node("docker01"));
      Wire.Answer init = wire.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377'}");
      assertThat(init.status()).isEqualTo(200);
      assertThat(init.json().asText()).matches("[0-9a-z]{25}");
      JsonNode read = wire.get("/swarm").json();
      assertThat(read.path("Spec"))
          .isEqualTo(
              Wire.json(
                  "{'Name':'default','Labels':{},'Orchestration':{'TaskHistoryRetentionLimit':5},"
                      + "'Raft':{'SnapshotInterval':10000,'KeepOldSnapshots':0,"
                      + "'LogEntriesForSlowFollowers':500,'ElectionTick':10,'HeartbeatTick':1},"
                      + "'Dispatcher':{'HeartbeatPeriod':5000000000},"
                      + "'CAConfig':{'NodeCertExpiry':7776000000000000},'TaskDefaults':{},"
                      + "'EncryptionConfig':{'AutoLockManagers':false}}"));
      assertThat(read.at("/JoinTokens/Worker").asText())
          .matches("SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}");
      assertThat(wire.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377'}").message())
          .startsWith("This node is already part of a swarm.");
      assertThat(wire.get("/info").json().at("/Swarm/ControlAvailable").asBoolean()).isTrue();
      assertThat(wire.get("/_ping").headers()).containsEntry("Swarm", "active/manager");
    }
  }

  @Test
  void onlyTheNamedTokenRotates() {
    SwarmOfThree s = new SwarmOfThree();
    JsonNode before = s.m.get("/swarm").json();
    String target =
        "/swarm/update?rotateWorkerToken=true&version=" + before.at("/Version/Index").asLong();
    assertThat(s.m.post(target, before.path("Spec")).status()).isEqualTo(200);
    JsonNode after = s.m.get("/swarm").json();
    assertThat(after.at("/JoinTokens/Manager")).isEqualTo(before.at("/JoinTokens/Manager"));
    assertThat(after.at("/JoinTokens/Worker")).isNotEqualTo(before.at("/JoinTokens/Worker"));
    Wire.Answer stale = s.m.post(target, before.path("Spec"));
    assertThat(stale.status()).isEqualTo(500);
    assertThat(stale.message())
        .isEqualTo("rpc error: code = Unknown desc = update out of sequence");
  }

  @Test
  void threeWaysToFailToJoin() {
    EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01", "docker02");
    Wire m = Wire.to(swarm.node("docker01"));
    Wire w = Wire.to(swarm.node("docker02"));
    Instant start = swarm.time().now();
    Wire.Answer unreachable =
        w.post("/swarm/join", JOIN.formatted("SWMTKN-1-" + "a".repeat(50) + "-" + "b".repeat(25)));
    assertThat(unreachable.status()).isEqualTo(503);
    assertThat(unreachable.message()).contains("code = Unavailable desc = connection error");
    assertThat(swarm.time().now()).isEqualTo(start.plusSeconds(10));
    assertThat(w.get("/info").json().at("/Swarm/LocalNodeState").asText()).isEqualTo("inactive");

    m.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377'}");
    String token = m.get("/swarm").json().at("/JoinTokens/Worker").asText();
    Wire.Answer wrong =
        w.post("/swarm/join", JOIN.formatted(token.substring(0, 60) + "b".repeat(25)));
    assertThat(wrong.status()).isEqualTo(500);
    assertThat(wrong.message()).contains("A valid join token is necessary to join this cluster");
    assertThat(w.get("/info").json().at("/Swarm/LocalNodeState").asText()).isEqualTo("inactive");

    assertThat(w.post("/swarm/join", JOIN.formatted(token)).status()).isEqualTo(200);
    assertThat(w.post("/swarm/join", JOIN.formatted(token)).status()).isEqualTo(503);
    assertThat(w.get("/services").message()).startsWith("This node is not a swarm manager. Worker");
  }

  @Test
  void joiningGoesOnInTheBackground() {
    EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01", "docker02", "docker03");
    Wire m = Wire.to(swarm.node("docker01"));
    m.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377'}");
    String manager = m.get("/swarm").json().at("/JoinTokens/Manager").asText();
    String worker = m.get("/swarm").json().at("/JoinTokens/Worker").asText();
    Wire.to(swarm.node("docker02")).post("/swarm/join", JOIN.formatted(manager));
    swarm.node("docker02").stop();
    Wire w = Wire.to(swarm.node("docker03"));
    Wire.Answer slow = w.post("/swarm/join", JOIN.formatted(worker));
    assertThat(slow.message()).startsWith("Timeout was reached before node joined.");
    swarm.node("docker02").start();
    swarm.advance(Duration.ofSeconds(30));
    assertThat(w.get("/info").json().at("/Swarm/LocalNodeState").asText()).isEqualTo("active");
  }

  @Test
  void aNodeThatLeavesIsDownAndCanBeRemoved() {
    SwarmOfThree s = new SwarmOfThree();
    String id = s.m.get("/nodes/docker03").json().path("ID").asText();
    Wire.Answer refused = s.m.delete("/nodes/docker03");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message())
        .isEqualTo(
            "rpc error: code = FailedPrecondition desc = node "
                + id
                + " is not down and can't be removed");
    assertThat(s.w3.post("/swarm/leave", "").status()).isEqualTo(200);
    s.seconds(13);
    assertThat(s.m.get("/nodes/" + id).json().at("/Status/State").asText()).isEqualTo("down");
    assertThat(s.join(s.w3, "Worker").status()).isEqualTo(200);
    s.seconds(1);
    assertThat(s.nodes()).hasSize(4);
    assertThat(s.m.get("/nodes/docker03").message()).contains("is ambiguous (2 matches found)");
    assertThat(s.m.delete("/nodes/" + id).status()).isEqualTo(200);
    assertThat(s.nodes()).hasSize(3);
  }

  @Test
  void theLastManagerIsHardToLose() {
    SwarmOfThree s = new SwarmOfThree();
    Wire.Answer leave = s.m.post("/swarm/leave", "");
    assertThat(leave.status()).isEqualTo(503);
    assertThat(leave.message())
        .isEqualTo(
            "You are attempting to leave the swarm on a node that is participating as a manager."
                + " Removing the last manager erases all current state of the swarm. Use `--force`"
                + " to ignore this message. ");
    assertThat(s.m.delete("/nodes/docker01?force=1").message())
        .contains("is a cluster manager and is a member of the raft cluster");
    assertThat(s.node("docker01", "Role", "worker").message())
        .endsWith("attempting to demote the last manager of the swarm");
    assertThat(s.m.post("/swarm/leave?force=1", "").status()).isEqualTo(200);
    assertThat(s.m.get("/nodes").status()).isEqualTo(503);
  }

  @Test
  void promotionAndDemotionFollowALittleLater() {
    SwarmOfThree s = new SwarmOfThree();
    assertThat(s.node("docker02", "Role", "manager").status()).isEqualTo(200);
    assertThat(s.m.get("/nodes/docker02").json().has("ManagerStatus")).isFalse();
    s.seconds(1);
    assertThat(s.m.get("/nodes/docker02").json().path("ManagerStatus"))
        .isEqualTo(Wire.json("{'Reachability':'reachable','Addr':'172.16.6.32:2377'}"));
    assertThat(s.w2.get("/nodes").json()).isEqualTo(s.m.get("/nodes").json());
    s.node("docker02", "Role", "worker");
    s.seconds(1);
    assertThat(s.w2.get("/nodes").status()).isEqualTo(503);
  }

  @Test
  void withoutQuorumNothingGoes() {
    SwarmOfThree s = new SwarmOfThree();
    s.node("docker02", "Role", "manager");
    s.node("docker03", "Role", "manager");
    s.seconds(1);
    s.swarm.node("docker01").stop();
    JsonNode nodes = s.w2.get("/nodes").json();
    assertThat(nodes.findValuesAsText("Leader")).containsExactly("true");
    assertThat(nodes.findValuesAsText("Reachability")).contains("unreachable");
    s.swarm.node("docker03").stop();
    // A leader alone does not know at once that it is.
    assertThat(s.w2.get("/nodes").status()).isEqualTo(200);
    s.seconds(60);
    Wire.Answer lost = s.w2.get("/nodes");
    assertThat(lost.status()).isEqualTo(500);
    assertThat(lost.message()).contains("The swarm does not have a leader.");
    s.swarm.node("docker03").start();
    Instant before = s.swarm.time().now();
    assertThat(s.w2.get("/nodes").status()).isEqualTo(200);
    assertThat(s.swarm.time().now()).isEqualTo(before.plusSeconds(15));
  }

  @Test
  void drainMovesTasksAndPauseKeepsThem() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(3);
    assertThat(s.node("docker02", "Availability", "pause").status()).isEqualTo(200);
    s.seconds(3);
    assertThat(s.places("my_web")).containsExactly("docker01", "docker02", "docker03");
    s.node("docker02", "Availability", "drain");
    s.seconds(3);
    assertThat(s.places("my_web")).doesNotContain("docker02").hasSize(3);
    s.node("docker02", "Availability", "active");
    s.seconds(3);
    assertThat(s.places("my_web")).doesNotContain("docker02").hasSize(3);
    assertThat(s.tasks("my_web"))
        .filteredOn(task -> task.at("/Status/State").asText().equals("shutdown"))
        .singleElement()
        .satisfies(task -> assertThat(s.place(task)).isEqualTo("docker02"));
  }

  @Test
  void tasksOfAHostThatFailsRunElsewhere() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(3);
    s.swarm.node("docker03").stop();
    s.seconds(10);
    assertThat(s.m.get("/nodes/docker03").json().at("/Status/State").asText()).isEqualTo("ready");
    s.seconds(10);
    assertThat(s.m.get("/nodes/docker03").json().path("Status"))
        .isEqualTo(
            Wire.json("{'State':'down','Message':'heartbeat failure','Addr':'172.16.6.33'}"));
    assertThat(s.places("my_web").subList(0, 3)).hasSize(3).doesNotContain("docker03");
    s.swarm.node("docker03").start();
    s.seconds(2);
    assertThat(s.m.get("/nodes/docker03").json().at("/Status/State").asText()).isEqualTo("ready");
    assertThat(s.places("my_web")).hasSize(3).doesNotContain("docker03");
  }

  @Test
  void aLockedManagerWantsItsKey() {
    SwarmOfThree s = new SwarmOfThree();
    JsonNode read = s.m.get("/swarm").json();
    assertThat(s.m.post("/swarm/unlock", "{'UnlockKey':'x'}").status()).isEqualTo(409);
    assertThat(s.m.get("/swarm/unlockkey").json()).isEqualTo(Wire.json("{'UnlockKey':''}"));
    var spec = (com.fasterxml.jackson.databind.node.ObjectNode) read.path("Spec");
    spec.withObject("/EncryptionConfig").put("AutoLockManagers", true);
    s.m.post("/swarm/update?version=" + read.at("/Version/Index").asLong(), spec);
    String key = s.m.get("/swarm/unlockkey").json().path("UnlockKey").asText();
    assertThat(key).startsWith("SWMKEY-1-");
    s.swarm.node("docker01").stop();
    s.swarm.node("docker01").start();
    assertThat(s.m.get("/services").message()).startsWith("Swarm is encrypted and needs");
    assertThat(s.m.post("/swarm/unlock", "{'UnlockKey':'x'}").status()).isEqualTo(401);
    assertThat(s.m.post("/swarm/unlock", "{'UnlockKey':'" + key + "'}").status()).isEqualTo(200);
    assertThat(s.m.get("/services").status()).isEqualTo(200);
  }
}
