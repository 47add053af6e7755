package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.ScriptedEngine.Script;
import io.github.swarmclient.transport.NotConnectedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of several managers. */
class FailoverTest {
  private static final String SWARM =
      "{\"ID\":\"s\",\"Version\":{\"Index\":3},\"Spec\":{\"Name\":\"default\"}}";

  private final FakeTime time = new FakeTime();
  private final ScriptedEngine one = engine("tcp://m1:2375");
  private final ScriptedEngine two = engine("tcp://m2:2375");
  private final ScriptedEngine three = engine("tcp://m3:2375");
  private final SwarmClient client =
      SwarmClient.builder().transport(one).transport(two).transport(three).time(time).build();

  private static ScriptedEngine engine(String name) {
    return new ScriptedEngine(name).on("GET /swarm", SWARM).on("POST /swarm/update", "");
  }

  private static Script failing(IOException e) {
    return request -> {
      throw e;
    };
  }

  private static Script refusing(int status, String message) {
    return request -> Answer.refusal(status, message);
  }

  /** What is no word of the engine on itself, so that a write may have been done. */
  static Stream<Arguments> ambiguous() {
    return Stream.of(
        Arguments.of(failing(new SocketTimeoutException("timeout"))),
        Arguments.of(failing(new IOException("connection reset"))),
        Arguments.of(
            refusing(500, "rpc error: code = DeadlineExceeded desc = context deadline exceeded")),
        Arguments.of(
            refusing(500, "rpc error: code = Unknown desc = raft: node lost leader status")),
        Arguments.of(refusing(500, "The swarm does not have a leader. It's possible that")),
        Arguments.of(refusing(503, "rpc error: code = Unavailable desc = transport is closing")),
        Arguments.of(refusing(503, "upstream connect error")));
  }

  /** What certainly had no effect. */
  static Stream<Arguments> withoutEffect() {
    return Stream.of(
        Arguments.of(failing(new NotConnectedException("connection refused", null))),
        Arguments.of(
            refusing(503, "This node is not a swarm manager. Worker nodes can't be used to view")),
        Arguments.of(
            refusing(503, "This node is not a swarm manager. Manager is being prepared or")),
        Arguments.of(refusing(503, "This node is not a swarm manager. Use \"docker swarm init\"")),
        Arguments.of(
            refusing(503, "Swarm is encrypted and needs to be unlocked before it can be used.")));
  }

  static Stream<Arguments> all() {
    return Stream.concat(ambiguous(), withoutEffect());
  }

  @ParameterizedTest
  @MethodSource("all")
  void readGoesOnToTheNextManager(Script trouble) {
    one.on("GET /swarm", trouble);
    assertThat(client.inspect().id()).isEqualTo("s");
    assertThat(time.passed()).isZero();
    assertThat(List.of(one.openResponses(), two.openResponses())).containsOnly(0);
  }

  @Test
  void nextReadBeginsWhereTheLastOneSucceeded() {
    one.on("GET /swarm", failing(new SocketTimeoutException("timeout")));
    client.inspect();
    client.inspect();
    assertThat(one.sent()).hasSize(1);
    assertThat(two.sent()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("ambiguous")
  void writeThatMayHaveBeenDoneIsNotRepeated(Script trouble) {
    one.on("POST /swarm/update", trouble);
    assertThatThrownBy(() -> client.update().rotateUnlockKey().execute())
        .isInstanceOf(SwarmException.class)
        .satisfies(
            e ->
                assertThat(
                        e instanceof TransportException t
                            ? t.mayHaveExecuted()
                            : ((SwarmUnavailableException) e).mayHaveExecuted())
                    .isTrue());
    assertThat(one.writes()).hasSize(1);
    assertThat(two.writes()).isEmpty();
    assertThat(three.writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("withoutEffect")
  void writeThatHadNoEffectGoesOnToTheNextManager(Script trouble) {
    one.on("POST /swarm/update", trouble);
    client.update().rotateUnlockKey().execute();
    assertThat(two.writes()).hasSize(1);
    assertThat(three.writes()).isEmpty();
  }

  @Test
  void writeIsNotRepeatedWhenItsAnswerBreaksOff() {
    one.refuse("POST /swarm/update", 500, "something else");
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> client.update().rotateUnlockKey().execute());
    assertThat(two.writes()).isEmpty();
  }

  @Test
  void refusalOfARequestIsNotOfferedToOthers() {
    one.refuse("GET /nodes/x", 404, "node x not found").on("GET /nodes", "[]");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> client.nodes().inspect("x"));
    assertThat(two.sent()).isEmpty();
  }

  @Test
  void managersAreAskedAgainUntilOneIsThere() {
    for (ScriptedEngine engine : List.of(one, two, three)) {
      engine.on("GET /swarm", failing(new NotConnectedException("connection refused", null)));
    }
    time.then(() -> {}).then(() -> {}).then(() -> two.on("GET /swarm", SWARM));
    assertThat(client.inspect().id()).isEqualTo("s");
    assertThat(time.passed()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void readGivesUpWhenTheBudgetIsSpent() {
    for (ScriptedEngine engine : List.of(one, two, three)) {
      engine.on(
          "GET /swarm",
          request -> {
            time.pass(Duration.ofSeconds(20));
            return Answer.refusal(500, "rpc error: code = DeadlineExceeded desc = late");
          });
    }
    assertThatExceptionOfType(SwarmUnavailableException.class).isThrownBy(client::inspect);
    assertThat(time.passed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(81));
  }

  @Test
  void instantRefusalsDoNotSpin() {
    for (ScriptedEngine engine : List.of(one, two, three)) {
      engine.refuse("GET /swarm", 500, "The swarm does not have a leader.");
    }
    assertThatExceptionOfType(SwarmUnavailableException.class).isThrownBy(client::inspect);
    assertThat(time.passed()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(62));
    assertThat(one.sent()).hasSizeLessThan(130);
  }

  @Test
  void whereNobodyIsAManagerItIsSaidAtOnce() {
    for (ScriptedEngine engine : List.of(one, two, three)) {
      engine.refuse(
          "GET /swarm", 503, "This node is not a swarm manager. Use \"docker swarm init\"");
    }
    assertThatExceptionOfType(SwarmStateException.class).isThrownBy(client::inspect);
    assertThat(time.passed()).isZero();
    assertThat(one.sent()).hasSize(1);
  }

  @Test
  void interruptedClientStopsAsking() {
    for (ScriptedEngine engine : List.of(one, two, three)) {
      engine.on("GET /swarm", failing(new NotConnectedException("connection refused", null)));
    }
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(WaitException.class).isThrownBy(client::inspect);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void singleEngineIsAskedOnce() {
    one.on("GET /swarm", failing(new SocketTimeoutException("timeout")));
    TransportException failed =
        catchThrowableOfType(TransportException.class, () -> one.client(time).inspect());
    assertThat(failed).hasMessage("swarm inspect failed: no answer from tcp://m1:2375: timeout");
    assertThat(failed.mayHaveExecuted()).isFalse();
    assertThat(one.sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"init", "join", "leave", "unlock"})
  void whatConcernsOneEngineIsRefusedByAClientOfSeveral(String what) {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              switch (what) {
                case "init" -> client.init().execute();
                case "join" -> client.join("m:2377").token(SwarmLifecycleTest.TOKEN).execute();
                case "leave" -> client.leave().force().execute();
                default -> client.unlock("SWMKEY-1-x");
              }
            })
        .withMessageContaining("tcp://m1:2375, tcp://m2:2375, tcp://m3:2375");
    assertThat(one.requests()).isEmpty();
  }

  @Test
  void closeClosesAllEngines() {
    client.close();
    assertThat(one.isClosed() && two.isClosed() && three.isClosed()).isTrue();
  }
}
