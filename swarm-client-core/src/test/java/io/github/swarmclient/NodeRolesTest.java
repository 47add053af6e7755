package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promotion, demotion and the quorum. */
class NodeRolesTest {
  private final FakeTime time = new FakeTime();
  private final ScriptedSwarm swarm = new ScriptedSwarm();
  private final ScriptedEngine engine = swarm.engine("m1");
  private final Nodes nodes = engine.client(time).nodes();

  /** Adds managers, first reachable ones, then unreachable ones. */
  private void managers(int reachable, int unreachable) {
    for (int i = 1; i <= reachable + unreachable; i++) {
      swarm.add("m" + i, "manager");
      if (i > reachable) {
        swarm.set("idm" + i, "ManagerStatus", "Reachability", "unreachable");
      }
    }
    swarm.add("w1", "worker");
  }

  @ParameterizedTest
  @CsvSource({
    // reachable, unreachable, who, survives
    "1, 0, m1, false",
    "2, 0, m2, true",
    "3, 0, m3, true",
    "5, 0, m5, true",
    "2, 1, m2, false",
    "2, 1, m1, false",
    "2, 1, m3, true",
    "3, 2, m3, false",
    "3, 2, m5, true",
    "4, 1, m4, true",
    "4, 3, m4, false",
    "3, 1, m3, true",
    "3, 1, m4, true",
    "1, 1, m2, true",
    "1, 1, m1, false",
    "1, 2, m3, false",
  })
  void demotionIsSentOnlyIfAMajorityOfTheRestIsReachable(
      int reachable, int unreachable, String who, boolean survives) {
    managers(reachable, unreachable);
    if (survives) {
      nodes.demote(who).execute();
      assertThat(engine.writes()).hasSize(1);
    } else {
      QuorumException refused =
          catchThrowableOfType(QuorumException.class, () -> nodes.demote(who).execute());
      assertThat(refused)
          .hasMessageContaining("would lose its quorum")
          .hasMessageContaining("nothing was sent, force() sends it");
      assertThat(refused.managersAfter()).isEqualTo(reachable + unreachable - 1);
      assertThat(engine.writes()).isEmpty();
      nodes.demote(who).force().execute();
      assertThat(engine.writes()).hasSize(1);
    }
  }

  @Test
  void removalThatWouldLoseTheQuorumIsNotSentUnlessForced() {
    managers(2, 1);
    assertThatExceptionOfType(QuorumException.class)
        .isThrownBy(() -> nodes.remove("m2").execute())
        .withMessageContaining(
            "of the 2 managers left only 1 could be reached, and 2 have to agree");
    assertThat(engine.writes()).isEmpty();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> nodes.remove("m2").force().execute())
        .withMessageContaining("demote it first");
  }

  @Test
  void managersThatAreBeingDemotedDoNotSaveTheLastOne() {
    managers(2, 0);
    swarm.set("idm2", "Spec", "Role", "worker");
    assertThatExceptionOfType(QuorumException.class)
        .isThrownBy(() -> nodes.demote("m1").execute())
        .withMessageContaining("last manager");
  }

  @Test
  void editThatDemotesIsGuardedToo() {
    managers(2, 1);
    assertThatExceptionOfType(QuorumException.class)
        .isThrownBy(
            () ->
                nodes
                    .update("m2")
                    .edit(spec -> spec.role(io.github.swarmclient.model.NodeRole.WORKER))
                    .execute());
  }

  @Test
  void otherUpdatesOfAManagerAreNotGuarded() {
    managers(1, 0);
    nodes.update("m1").label("a", "b").availability(NodeAvailability.PAUSE).execute();
    assertThat(engine.writes()).hasSize(1);
  }

  @Test
  void promotionIsAwaitedUntilTheManagerIsReachable() {
    managers(1, 0);
    engine.on(
        "POST /nodes/idw1/update",
        request -> {
          swarm.set("idw1", "Spec", "Role", "manager");
          return Answer.json("");
        });
    time.then(() -> swarm.set("idw1", "ManagerStatus", "Reachability", "unknown"))
        .then(() -> swarm.set("idw1", "ManagerStatus", "Reachability", "reachable"));
    Node promoted = nodes.promote("w1").await();
    assertThat(NodeFacts.isReachableManager(promoted)).isTrue();
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void demotionIsAwaitedUntilItIsNoManager() {
    managers(3, 0);
    engine.on(
        "POST /nodes/idm3/update",
        request -> {
          swarm.set("idm3", "Spec", "Role", "worker");
          return Answer.json("");
        });
    time.then(() -> {}).then(() -> swarm.get("idm3").remove("ManagerStatus"));
    assertThat(nodes.demote("m3").await().managerStatus()).isNull();
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void demotionOfTheEngineThatIsAskedIsAwaitedToo() {
    managers(3, 0);
    Node demoted = nodes.demote("self").await();
    assertThat(demoted.id()).isEqualTo("idm1");
    assertThat(demoted.managerStatus()).isNull();
  }

  @Test
  void managerThatStopsBecauseItIsDemotedIsRiddenOut() {
    managers(3, 0);
    String before = swarm.get("idm1").toString();
    engine.on(
        "GET /nodes/idm1",
        request -> Answer.json(before),
        request -> Answer.refusal(500, "grpc: the client connection is closing"),
        request -> Answer.refusal(500, "grpc: the client connection is closing"),
        request -> Answer.refusal(503, "This node is not a swarm manager. Worker nodes can't be"));
    assertThat(nodes.demote("self").await().managerStatus()).isNull();
    assertThat(engine.writes()).hasSize(1);
  }

  @Test
  void waitEndsInTimeAndSaysWhatIsMissing() {
    managers(1, 0);
    engine.on("POST /nodes/idw1/update", "");
    assertThatExceptionOfType(WaitException.class)
        .isThrownBy(() -> nodes.promote("w1").within(Duration.ofSeconds(10)).await())
        .withMessage(
            "node update of w1 failed: not within 10s: w1 is ready, active and no manager");
    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void availabilityIsAwaitedInTheSpec() {
    managers(1, 0);
    assertThat(NodeFacts.availability(nodes.pause("w1").await())).isEqualTo(NodeAvailability.PAUSE);
    assertThat(NodeFacts.availability(nodes.activate("w1").await()))
        .isEqualTo(NodeAvailability.ACTIVE);
    assertThat(time.sleeps()).isEmpty();
  }
}
