package io.github.swarmclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections are used again, and how dead ones are not. */
@ParameterizedClass
@EnumSource(MockEngine.Kind.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class OkHttpTransportPoolTest {
  @Parameter MockEngine.Kind kind;
  private MockEngine engine;
  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void start() throws IOException {
    engine = new MockEngine(kind);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private void answers(String body) {
    engine.answers(
        request -> {
          connections.add(request.getConnectionIndex());
          return MockEngine.ok(body);
        });
  }

  private static String text(TransportResponse response) throws IOException {
    try (response) {
      return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aThousandCallsUseOneConnection() throws Exception {
    answers("fine");

    for (int i = 0; i < 1_000; i++) {
      assertThat(text(i % 2 == 0 ? engine.get("/x") : engine.post("/x", "{}"))).isEqualTo("fine");
    }

    assertThat(connections).hasSize(1);
  }

  @Test
  void aConnectionIsUsedAgainThoughTheLastChunkWasNotRead() throws Exception {
    answers("fine");

    for (int i = 0; i < 100; i++) {
      try (TransportResponse response = engine.get("/x")) {
        assertThat(response.body().readNBytes(4)).hasSize(4);
      }
    }

    assertThat(connections).hasSize(1);
  }

  @Test
  void manyThreadsOpenNoMoreConnectionsThanTheyAre() throws Exception {
    answers("fine");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        done.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 200; n++) {
                    assertThat(text(engine.get("/x"))).isEqualTo("fine");
                  }
                  return null;
                }));
      }
      for (Future<?> thread : done) {
        thread.get(30, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdown();
    }

    assertThat(connections).hasSizeLessThanOrEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE"})
  void aConnectionThatTheEngineClosedWhileItWasIdleIsNotUsed(String verb) throws Exception {
    try (IdleHangUp server = new IdleHangUp(kind, "");
        OkHttpTransport transport = OkHttpTransport.open(server.address)) {
      for (int i = 1; i <= 20; i++) {
        assertThat(text(transport.send(request(verb)))).isEqualTo("fine");
        server.awaitHangUps(i);
      }
      assertThat(server.requests()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void whatNobodyAskedForIsNotTakenForAnAnswer(String verb) throws Exception {
    try (IdleHangUp server = new IdleHangUp(kind, "HTTP/1.1 408 Timeout\r\n\r\n");
        OkHttpTransport transport = OkHttpTransport.open(server.address)) {
      for (int i = 1; i <= 20; i++) {
        assertThat(text(transport.send(request(verb)))).isEqualTo("fine");
        server.awaitHangUps(i);
      }
    }
  }

  @Test
  void allIdleConnectionsMayBeDeadAtOnce() throws Exception {
    try (IdleHangUp server = new IdleHangUp(kind, "");
        OkHttpTransport transport = OkHttpTransport.open(server.address)) {
      List<TransportResponse> open = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        open.add(transport.send(request("POST")));
      }
      server.awaitHangUps(30);
      for (TransportResponse response : open) {
        assertThat(text(response)).isEqualTo("fine");
      }

      assertThat(text(transport.send(request("POST")))).isEqualTo("fine");
    }
  }

  private static TransportRequest request(String verb) {
    return new TransportRequest(verb, "/x", Map.of(), null, Duration.ofSeconds(5));
  }

  /** The engine closes a connection at the second request, which it has read. */
  private void hangUpAtTheSecondRequest() {
    engine.answers(
        request ->
            request.getExchangeIndex() == 0
                ? MockEngine.ok("fine")
                : new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
  }

  @Test
  void aReadIsSentAgainWhenAnOldConnectionEndsAtThatMoment() throws Exception {
    hangUpAtTheSecondRequest();

    assertThat(text(engine.get("/a"))).isEqualTo("fine");
    assertThat(text(engine.get("/b"))).isEqualTo("fine");

    assertThat(engine.server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE", "PUT"})
  void aWriteIsNeverSentTwice(String verb) throws Exception {
    hangUpAtTheSecondRequest();
    assertThat(text(engine.get("/a"))).isEqualTo("fine");

    assertThatThrownBy(() -> engine.transport.send(request(verb)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NotConnectedException.class)
        .hasMessageContaining("the connection broke");

    assertThat(engine.server.getRequestCount()).isEqualTo(2);
  }
}
