package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.transport.NotConnectedException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
  private final ScriptedEngine engine = new ScriptedEngine().on("GET /info", "{}");

  @Test
  void nothingIsSentBeforeItIsNeeded() {
    engine.client();
    assertThat(engine.pings()).isZero();
  }

  @Test
  void engineIsAskedOnceAndItsVersionTalked() {
    SwarmClient client = engine.client();
    client.info();
    client.info();
    assertThat(client.apiVersion()).isEqualTo(ApiVersion.of(1, 45));
    assertThat(engine.pings()).isOne();
    assertThat(engine.sent()).containsOnly("GET /v1.45/info");
  }

  @Test
  void newerThanThisLibraryIsTalkedAsItIs() {
    answerPing("1.99");
    engine.client().info();
    assertThat(engine.sent()).containsExactly("GET /v1.99/info");
  }

  @Test
  void manyThreadsAskOnce() throws Exception {
    SwarmClient client = engine.client();
    CountDownLatch together = new CountDownLatch(1);
    together(32, together, () -> client.info());
    assertThat(engine.pings()).isOne();
  }

  @Test
  void threadsThatWaitForTheAnswerShareItsFailure() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    engine.on(
        "GET /_ping",
        request -> {
          asked.countDown();
          await(fail);
          throw new SocketTimeoutException("timeout");
        });
    SwarmClient client = engine.client();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(() -> failures.add(Objects.requireNonNull(catchThrowable(client::info))));
      threads.add(thread);
      thread.start();
      asked.await();
    }
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    fail.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(engine.pings()).isOne();
    assertThat(failures)
        .hasSize(8)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("no answer from tcp://docker01:2375 to /_ping: timeout"));
    engine.on("GET /_ping", request -> new Answer(200, Map.of("Api-Version", "1.45"), "OK"));
    assertThat(client.apiVersion()).isEqualTo(ApiVersion.of(1, 45));
  }

  @Test
  void pinnedVersionIsTalkedIfTheEngineKnowsIt() {
    SwarmClient client =
        SwarmClient.builder().transport(engine).apiVersion(ApiVersion.of(1, 43)).build();
    client.info();
    assertThat(engine.sent()).containsExactly("GET /v1.43/info");
  }

  @Test
  void pinnedVersionThatTheEngineDoesNotKnowIsRefused() {
    SwarmClient client =
        SwarmClient.builder().transport(engine).apiVersion(ApiVersion.of(1, 50)).build();
    UnsupportedApiException refused =
        catchThrowableOfType(UnsupportedApiException.class, client::info);
    assertThat(refused.needs()).isEqualTo(ApiVersion.of(1, 50));
    assertThat(refused.engineHas()).isEqualTo(ApiVersion.of(1, 45));
    assertThat(engine.sent()).isEmpty();
  }

  @Test
  void versionOlderThanTheOldestCannotBePinned() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SwarmClient.builder().apiVersion(ApiVersion.of(1, 40)))
        .withMessageContaining("1.41");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.40", "1.24", "0.9"})
  void engineThatIsTooOldIsRefusedBeforeAnythingElseIsSent(String version) {
    answerPing(version);
    assertThatExceptionOfType(UnsupportedApiException.class)
        .isThrownBy(() -> engine.client().info())
        .withMessage(
            "connection to tcp://docker01:2375 failed: this library needs API 1.41, this engine has "
                + version);
    assertThat(engine.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "1", "1.", "v1.45", "1.45.1", "99999.1", "1.45\n"})
  void whatHasNoVersionIsNoEngine(String version) {
    answerPing(version);
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> engine.client().info())
        .withMessageContaining("no Docker engine");
  }

  @Test
  void whatAnswersOtherThingsIsNoEngine() {
    engine.on("GET /_ping", request -> new Answer(404, Map.of(), "<html>nginx</html>"));
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> engine.client().info())
        .withMessageContaining("status 404");
  }

  @Test
  void afterAFailureItIsAskedAgain() {
    engine.on(
        "GET /_ping",
        request -> {
          throw new NotConnectedException("connection refused", null);
        },
        request -> new Answer(200, Map.of("Api-Version", "1.41"), "OK"));
    SwarmClient client = engine.client();
    assertThatExceptionOfType(TransportException.class).isThrownBy(client::info);
    assertThat(client.apiVersion()).isEqualTo(ApiVersion.MINIMUM);
  }

  @Test
  void ofAWriteThatEndedAtThePingItIsKnownThatItHadNoEffect() {
    engine.on(
        "GET /_ping",
        request -> {
          throw new SocketTimeoutException("timeout");
        });
    TransportException failed =
        catchThrowableOfType(TransportException.class, () -> engine.client().leave().execute());
    assertThat(failed.mayHaveExecuted()).isFalse();
  }

  @Test
  void gateRefusesBeforeAnythingIsSent() {
    ApiCalls calls = engine.client().calls();
    assertThatExceptionOfType(UnsupportedApiException.class)
        .isThrownBy(() -> calls.requires("test", ApiVersion.of(1, 46), "a new thing"))
        .withMessage("test failed: a new thing needs API 1.46, this engine has 1.45");
    calls.requires("test", ApiVersion.of(1, 45), "a known thing");
    assertThat(engine.sent()).isEmpty();
  }

  private void answerPing(String version) {
    engine.on("GET /_ping", request -> new Answer(200, Map.of("Api-Version", version), "OK"));
  }

  private static void together(int count, CountDownLatch start, Runnable task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(
            threads.submit(
                () -> {
                  await(start);
                  task.run();
                }));
      }
      start.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
