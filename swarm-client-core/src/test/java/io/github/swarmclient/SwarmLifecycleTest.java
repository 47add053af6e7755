package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.ScriptedEngine.Request;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.SwarmJoinRequest;
import io.github.swarmclient.model.UnlockKey;
import io.github.swarmclient.model.UnlockRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Init, join, leave, update, tokens and the lock. */
class SwarmLifecycleTest {
  private static final String CANARY = "c0ffee".repeat(8) + "42";
  static final String TOKEN = "SWMTKN-1-" + CANARY + "-" + "c0ffee".repeat(4) + "1";
  private static final String KEY = "SWMKEY-1-c0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ffee";
  private static final String SWARM =
      "{\"ID\":\"s1\",\"Version\":{\"Index\":18446744073709551615},\"Spec\":{\"Name\":\"default\","
          + "\"Labels\":{},\"Orchestration\":{\"TaskHistoryRetentionLimit\":5},\"Raft\":"
          + "{\"SnapshotInterval\":10000,\"KeepOldSnapshots\":0},\"Future\":{\"a\":[1,null]}},"
          + "\"JoinTokens\":{\"Worker\":\""
          + TOKEN
          + "\",\"Manager\":\""
          + TOKEN
          + "\"}}";

  private final ScriptedEngine engine =
      new ScriptedEngine()
          .on("POST /swarm/init", "\"node1\"\n")
          .on("POST /swarm/join", "")
          .on("POST /swarm/leave", "")
          .on("POST /swarm/update", "")
          .on("POST /swarm/unlock", "")
          .on("GET /swarm", SWARM)
          .on("GET /swarm/unlockkey", "{\"UnlockKey\":\"" + KEY + "\"}")
          .on(
              "GET /info",
              "{\"Swarm\":{\"NodeID\":\"node1\",\"NodeAddr\":\"172.16.6.31\",\"LocalNodeState\":"
                  + "\"active\",\"RemoteManagers\":[{\"NodeID\":\"other\",\"Addr\":\"10.9.9.9:2377\"},"
                  + "{\"NodeID\":\"node1\",\"Addr\":\"172.16.6.31:2399\"}]}}");

  @Test
  void initSendsWhatTheCommandLineSends() throws Exception {
    SwarmInitialized made = engine.client().init().advertiseAddr("172.16.6.31").execute();
    Request request = engine.only("POST /swarm/init");
    assertThat(request.target()).isEqualTo("/v1.45/swarm/init");
    assertThat(request.json())
        .isEqualTo(
            json(
                "{\"ListenAddr\":\"0.0.0.0:2377\",\"AdvertiseAddr\":\"172.16.6.31\",\"Spec\":{}}"));
    assertThat(made.nodeId()).isEqualTo("node1");
    assertThat(made.managerAddress()).isEqualTo("172.16.6.31:2399");
    assertThat(made.joinCommand(NodeRole.WORKER))
        .isEqualTo("docker swarm join --token " + TOKEN + " 172.16.6.31:2399");
  }

  @Test
  void initSendsAllOptions() throws Exception {
    engine
        .client()
        .init()
        .advertiseAddr("eth0:2377")
        .listenAddr("eth1")
        .dataPathAddr("eth2")
        .dataPathPort(4790)
        .defaultAddrPool("10.20.0.0/16")
        .subnetSize(26)
        .forceNewCluster()
        .autoLockManagers()
        .availability(NodeAvailability.DRAIN)
        .spec(spec -> spec.putLabel("a", "b"))
        .execute();
    assertThat(engine.only("POST /swarm/init").json())
        .isEqualTo(
            json(
                "{\"ListenAddr\":\"eth1\",\"AdvertiseAddr\":\"eth0:2377\",\"DataPathAddr\":\"eth2\","
                    + "\"DataPathPort\":4790,\"DefaultAddrPool\":[\"10.20.0.0/16\"],"
                    + "\"SubnetSize\":26,\"ForceNewCluster\":true,\"AutoLockManagers\":true,"
                    + "\"Availability\":\"drain\",\"Spec\":{\"Labels\":{\"a\":\"b\"}}}"));
  }

  @Test
  void secondInitSaysThatItIsInASwarm() {
    engine.refuse("POST /swarm/init", 503, "This node is already part of a swarm. Use \"docker");
    assertThat(state(client -> client.init().execute())).isEqualTo(State.ALREADY_IN_SWARM);
  }

  static Stream<Consumer<SwarmClient>> mistakes() {
    return Stream.of(
        client -> client.init().advertiseAddr(" "),
        client -> client.init().listenAddr("a\nb"),
        client -> client.init().dataPathPort(1023),
        client -> client.init().dataPathPort(49152),
        client -> client.init().subnetSize(0),
        client -> client.init().subnetSize(31),
        client -> client.join(""),
        client -> client.join("m").token("SWMTKN-1-short"),
        client -> client.join("m").remoteAddr("\t"),
        client -> client.update().rotateJoinToken(NodeRole.of("boss")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsFoundBeforeAnythingIsSent(Consumer<SwarmClient> mistake) {
    assertThatIllegalArgumentException().isThrownBy(() -> mistake.accept(engine.client()));
    assertThat(engine.requests()).isEmpty();
    assertThat(engine.pings()).isZero();
  }

  @Test
  void joinSendsWhatTheCommandLineSends() throws Exception {
    String id =
        engine
            .client()
            .join("172.16.6.31:2377")
            .token(TOKEN)
            .remoteAddr("172.16.6.32:2377")
            .advertiseAddr("eth0")
            .dataPathAddr("eth1")
            .availability(NodeAvailability.PAUSE)
            .execute();
    assertThat(id).isEqualTo("node1");
    assertThat(engine.only("POST /swarm/join").json())
        .isEqualTo(
            json(
                "{\"ListenAddr\":\"0.0.0.0:2377\",\"AdvertiseAddr\":\"eth0\",\"DataPathAddr\":"
                    + "\"eth1\",\"RemoteAddrs\":[\"172.16.6.31:2377\",\"172.16.6.32:2377\"],"
                    + "\"JoinToken\":\""
                    + TOKEN
                    + "\",\"Availability\":\"pause\"}"));
  }

  @Test
  void joinWithoutATokenIsRefusedHere() {
    assertThatIllegalStateException().isThrownBy(() -> engine.client().join("m").execute());
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void joinWaitsLongerThanTheEngineTries() {
    engine.client().join("m").token(TOKEN).execute();
    assertThat(engine.only("POST /swarm/join").readTimeout()).isGreaterThan(Duration.ofSeconds(20));
  }

  @Test
  void joiningTwiceSaysToLeaveAlsoAfterARemovalByForce() {
    engine.refuse(
        "POST /swarm/join",
        503,
        "This node is already part of a swarm. Use \"docker swarm leave\"");
    SwarmStateException refused =
        catchThrowableOfType(
            SwarmStateException.class, () -> engine.client().join("m").token(TOKEN).execute());
    assertThat(refused.state()).isEqualTo(State.ALREADY_IN_SWARM);
    assertThat(refused).hasMessageContaining("leave() it first").hasMessageContaining("by force");
  }

  @Test
  void wrongTokenIsAnErrorOfItsOwn() {
    engine.refuse(
        "POST /swarm/join",
        500,
        "rpc error: code = InvalidArgument desc = A valid join token is necessary to join");
    assertThatExceptionOfType(InvalidJoinTokenException.class)
        .isThrownBy(() -> engine.client().join("m").token(TOKEN).execute());
  }

  @ParameterizedTest
  @CsvSource({
    "pending, '', JOINING",
    "pending, 'rpc error: code = Unavailable desc = connection error', MANAGER_UNREACHABLE",
    "active, '', JOINING"
  })
  void timeoutOfAJoinTellsUnreachableFromSlow(String local, String error, State state) {
    engine
        .refuse("POST /swarm/join", 503, "Timeout was reached before node joined. The attempt to")
        .on(
            "GET /info",
            "{\"Swarm\":{\"LocalNodeState\":\"" + local + "\",\"Error\":\"" + error + "\"}}");
    assertThat(state(client -> client.join("m").token(TOKEN).execute())).isEqualTo(state);
  }

  @Test
  void leaveSendsForceOnlyIfToldTo() {
    engine.client().leave().execute();
    engine.client().leave().force().execute();
    assertThat(engine.sent())
        .containsExactly("POST /v1.45/swarm/leave", "POST /v1.45/swarm/leave?force=1");
  }

  @Test
  void lastManagerHasThreeOutcomes() {
    engine
        .on(
            "POST /swarm/leave",
            request ->
                request.query().equals("force=1")
                    ? Answer.json("")
                    : Answer.refusal(
                        503,
                        "You are attempting to leave the swarm on a node that is participating as a"
                            + " manager. Removing the last manager erases all current state"))
        .on("GET /nodes/node1", manager())
        .on("GET /nodes", "[" + manager() + "]")
        .refuse(
            "DELETE /nodes/node1",
            400,
            "rpc error: code = FailedPrecondition desc = node node1 is a cluster manager and is a"
                + " member of the raft cluster. It must be demoted to worker before removal");
    assertThat(state(client -> client.leave().execute())).isEqualTo(State.NEEDED_AS_MANAGER);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> engine.client().nodes().remove("node1").force().execute())
        .withMessageContaining("demote it first");
    engine.client().leave().force().execute();
  }

  private static String manager() {
    return "{\"ID\":\"node1\",\"Spec\":{\"Role\":\"manager\"},\"ManagerStatus\":"
        + "{\"Leader\":true,\"Reachability\":\"reachable\"}}";
  }

  @ParameterizedTest
  @CsvSource({
    "worker, rotateWorkerToken=true",
    "manager, rotateManagerToken=true",
  })
  void onlyTheNamedTokenRotatesAndTheSpecStays(String role, String query) throws Exception {
    engine.client().rotateJoinToken(NodeRole.of(role));
    Request update = engine.only("POST /swarm/update");
    assertThat(update.query()).isEqualTo("version=18446744073709551615&" + query);
    assertThat(update.json()).isEqualTo(json(SWARM).get("Spec"));
  }

  @Test
  void unlockKeyRotatesAlone() {
    engine.client().update().rotateUnlockKey().execute();
    assertThat(engine.only("POST /swarm/update").query())
        .isEqualTo("version=18446744073709551615&rotateManagerUnlockKey=true");
  }

  @Test
  void updateKeepsWhatThisLibraryDoesNotKnow() throws Exception {
    engine.client().update().edit(spec -> spec.putLabel("a", "b")).execute();
    assertThat(engine.only("POST /swarm/update").json())
        .isEqualTo(json(SWARM.replace("\"Labels\":{}", "\"Labels\":{\"a\":\"b\"}")).get("Spec"));
  }

  @Test
  void updateThatLostARaceIsMadeAnewOnFreshData() {
    List<String> versions = new ArrayList<>();
    engine
        .on(
            "GET /swarm",
            request -> Answer.json(SWARM.replace("18446744073709551615", "7")),
            request ->
                Answer.json(
                    SWARM
                        .replace("18446744073709551615", "9")
                        .replace("\"Labels\":{}", "\"Labels\":{\"theirs\":\"1\"}")))
        .on(
            "POST /swarm/update",
            request -> {
              versions.add(request.query());
              return Answer.refusal(500, "rpc error: code = Unknown desc = update out of sequence");
            },
            request -> {
              versions.add(request.query());
              assertThat(request.json().path("Labels").toString())
                  .isEqualTo("{\"theirs\":\"1\",\"mine\":\"1\"}");
              return Answer.json("");
            });
    engine.client().update().edit(spec -> spec.putLabel("mine", "1")).execute();
    assertThat(versions).containsExactly("version=7", "version=9");
  }

  @Test
  void updateThatAlwaysLosesGivesUp() {
    engine.refuse(
        "POST /swarm/update", 500, "rpc error: code = Unknown desc = update out of sequence");
    assertThatExceptionOfType(VersionConflictException.class)
        .isThrownBy(() -> engine.client().update().rotateUnlockKey().execute());
    assertThat(engine.writes()).hasSize(100);
  }

  @Test
  void unlockSendsTheKey() throws Exception {
    engine.client().unlock(KEY);
    assertThat(engine.only("POST /swarm/unlock").json())
        .isEqualTo(json("{\"UnlockKey\":\"" + KEY + "\"}"));
    assertThat(engine.client().unlockKey()).isEqualTo(KEY);
  }

  @Test
  void secretsAreInNoText() {
    SwarmClient client = engine.client();
    List<Object> shown =
        List.of(
            client,
            client.inspect(),
            client.joinTokens(),
            client.init().execute(),
            client.join("m").token(TOKEN),
            client.rotateJoinToken(NodeRole.WORKER),
            JoinTokens.builder().worker(TOKEN).manager(TOKEN).build(),
            JoinTokens.builder().worker(TOKEN),
            SwarmJoinRequest.builder().joinToken(TOKEN).build(),
            UnlockRequest.builder().unlockKey(KEY).build(),
            UnlockKey.builder().unlockKey(KEY).build());
    assertThat(shown).allSatisfy(object -> assertThat(object.toString()).doesNotContain("c0ffee"));
  }

  static Stream<Answer> misfortunes() {
    return Stream.of(
        Answer.refusal(400, "invalid"),
        Answer.refusal(500, "rpc error: code = InvalidArgument desc = A valid join token is"),
        Answer.refusal(503, "Timeout was reached before node joined"),
        Answer.refusal(503, "This node is already part of a swarm."),
        new Answer(302, java.util.Map.of("Location", "/x"), ""),
        Answer.json("{\"JoinTokens\":{\"Worker\":\"" + TOKEN + "\""),
        Answer.json("\"" + TOKEN),
        Answer.json("{\"UnlockKey\":{\"" + KEY + "\":1}}"),
        Answer.json("[\"" + TOKEN + "\",\"" + KEY + "\"]"));
  }

  @ParameterizedTest
  @MethodSource("misfortunes")
  void secretsAreInNoException(Answer answer) {
    for (String endpoint :
        List.of(
            "POST /swarm/init",
            "POST /swarm/join",
            "POST /swarm/unlock",
            "POST /swarm/update",
            "GET /swarm",
            "GET /swarm/unlockkey")) {
      engine.on(endpoint, request -> answer);
    }
    assertNoSecretIn(
        client -> client.init().execute(),
        client -> client.join("m").token(TOKEN).execute(),
        client -> client.join("m").token("x" + TOKEN),
        client -> client.unlock(KEY),
        client -> client.unlockKey(),
        client -> client.joinTokens(),
        client -> client.rotateJoinToken(NodeRole.MANAGER));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void secretsAreInNoTransportException(boolean timeout) {
    for (String endpoint : List.of("POST /swarm/join", "POST /swarm/unlock")) {
      engine.on(
          endpoint,
          request -> {
            throw timeout ? new SocketTimeoutException("timeout") : new IOException("reset");
          });
    }
    assertNoSecretIn(
        client -> client.join("m").token(TOKEN).execute(), client -> client.unlock(KEY));
  }

  @SafeVarargs
  private void assertNoSecretIn(Consumer<SwarmClient>... actions) {
    for (Consumer<SwarmClient> action : actions) {
      Throwable failure = catchThrowable(() -> action.accept(engine.client()));
      if (failure != null) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("c0ffee");
      }
    }
  }

  private State state(Consumer<SwarmClient> action) {
    return catchThrowableOfType(SwarmStateException.class, () -> action.accept(engine.client()))
        .state();
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String json)
      throws JsonProcessingException {
    return ScriptedEngine.JSON.readTree(json);
  }
}
