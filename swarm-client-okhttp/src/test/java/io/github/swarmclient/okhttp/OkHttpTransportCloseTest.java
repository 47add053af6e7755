package io.github.swarmclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How responses and the transport end, and what is left then: nothing. */
@ParameterizedClass
@EnumSource(MockEngine.Kind.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class OkHttpTransportCloseTest {
  /** What the contract allows between a close and the end of the reader. */
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  @Parameter MockEngine.Kind kind;
  private MockEngine engine;

  @BeforeEach
  void start() throws IOException {
    engine = new MockEngine(kind);
    engine.answers(
        request ->
            request.getTarget().startsWith("/follow") ? engine.silent() : MockEngine.ok("fine"));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private static String text(TransportResponse response) throws IOException {
    try (response) {
      return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private TransportResponse follow() throws IOException {
    TransportResponse response = engine.follow("/follow");
    assertThat(response.body().read()).isEqualTo('x');
    return response;
  }

  private List<TransportResponse> follow(int count) throws IOException {
    List<TransportResponse> streams = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      streams.add(follow());
    }
    return streams;
  }

  @Test
  void closingASilentStreamEndsItsReaderAtOnce() throws Exception {
    List<Duration> latencies = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      TransportResponse stream = follow();
      Reader reader = Reader.of(stream);
      reader.awaitBlocked();

      long start = System.nanoTime();
      stream.close();
      latencies.add(Duration.ofNanos(reader.endedAt() - start));

      assertThat(reader.failure())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the response was closed");
    }
    assertThat(latencies).allMatch(latency -> latency.compareTo(AT_ONCE) < 0);
  }

  @Test
  void closingAStreamThatNobodyReadsTakesNoTime() throws Exception {
    TransportResponse stream = follow();

    long start = System.nanoTime();
    stream.close();
    stream.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    assertThatThrownBy(() -> stream.body().read()).isInstanceOf(IOException.class);
  }

  @Test
  void closingAnUnfinishedUnaryResponseTakesNoTime() throws Exception {
    TransportResponse response = engine.get("/follow");

    long start = System.nanoTime();
    response.body().close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    assertThat(text(engine.get("/x"))).isEqualTo("fine");
  }

  @Test
  void closingTheTransportEndsAllStreamsAtOnce() throws Exception {
    List<Reader> readers = new ArrayList<>();
    for (TransportResponse stream : follow(50)) {
      readers.add(Reader.of(stream));
    }
    readers.forEach(Reader::awaitBlocked);

    long start = System.nanoTime();
    engine.transport.close();

    Duration slowest = Duration.ZERO;
    for (Reader reader : readers) {
      Duration latency = Duration.ofNanos(reader.endedAt() - start);
      slowest = latency.compareTo(slowest) > 0 ? latency : slowest;
      assertThat(reader.failure()).isInstanceOf(IOException.class);
    }
    assertThat(slowest).isLessThan(AT_ONCE.multipliedBy(3));
  }

  @Test
  void closingTheTransportEndsARequestThatWaitsForItsAnswer() throws Exception {
    engine.answers(
        request -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    CompletableFuture<TransportResponse> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return engine.post("/x", "{}");
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    engine.server.takeRequest();

    engine.transport.close();

    assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(IOException.class)
        .hasMessageContaining("the transport was closed");
  }

  @Test
  void unaryCallsGoOnBesideTwoHundredStreams() throws Exception {
    List<TransportResponse> streams = follow(200);

    for (int i = 0; i < 100; i++) {
      assertThat(text(engine.get("/x"))).isEqualTo("fine");
    }

    streams.forEach(TransportResponse::close);
    assertThat(text(engine.get("/x"))).isEqualTo("fine");
  }

  @Test
  void openingAndAbortingLeavesNoDescriptors() throws Exception {
    for (int i = 0; i < 50; i++) {
      follow().close();
    }
    engine.endSilence();
    text(engine.get("/x"));
    long before = sockets();

    for (int i = 0; i < 20; i++) {
      follow(100).forEach(TransportResponse::close);
      engine.endSilence();
    }

    awaitSockets(before);
  }

  @Test
  void theTransportLeavesNeitherThreadsNorDescriptors() throws Exception {
    Set<String> threads = threads();
    try (MockEngine other = new MockEngine(kind)) {
      other.answers(request -> MockEngine.ok("fine"));
      for (int i = 0; i < 10; i++) {
        assertThat(text(other.get("/x"))).isEqualTo("fine");
        assertThat(text(other.post("/x", "{}"))).isEqualTo("fine");
      }
    }

    assertThat(threads()).isSubsetOf(threads);
  }

  @Test
  void aTransportDoesNotMindThatAnotherIsClosed() throws Exception {
    TransportResponse stream = follow();
    Reader reader = Reader.of(stream);
    reader.awaitBlocked();

    OkHttpTransport.open(engine.address).close();

    assertThat(text(engine.get("/x"))).isEqualTo("fine");
    stream.close();
    assertThat(reader.failure()).hasMessageContaining("the response was closed");
  }

  /** The threads that are not of the server, and not those that okhttp keeps for all clients. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.contains("MockWebServer") && !name.startsWith("OkHttp "))
        .collect(Collectors.toSet());
  }

  private static void awaitSockets(long most) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (sockets() > most && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(sockets()).isLessThanOrEqualTo(most);
  }

  private static long sockets() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.count();
    }
  }
}
