package io.github.swarmclient.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.okhttp.OkHttpTransport;
import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine of this process as a real client sees it. */
@ParameterizedClass
@ValueSource(strings = {"unix", "tcp"})
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class HttpEngineTest {
  @Parameter String kind;
  @TempDir private Path directory;
  private final Stub engine = new Stub();
  private HttpEngine http;
  private OkHttpTransport client;

  @BeforeEach
  void start() throws IOException {
    http =
        kind.equals("unix")
            ? HttpEngine.serve(engine, directory.resolve("engine.sock"))
            : HttpEngine.serve(engine);
    client = OkHttpTransport.open(http.address());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    http.close();
    http.close();
    // A connection that ends by itself is forgotten just before its last thread ends.
    Eventually.eventually(
        Duration.ofSeconds(10),
        () -> assertThat(Thread.getAllStackTraces().keySet()).noneMatch(this::isOurs));
  }

  /** Returns whether a thread serves this test's engine, and no other's. */
  private boolean isOurs(Thread thread) {
    return thread.getName().startsWith("HttpEngine " + http.address());
  }

  /** An engine that answers as the test says. */
  private static final class Stub implements SwarmTransport {
    private final List<TransportRequest> requests = new ArrayList<>();
    private Function<TransportRequest, Answer> answer = request -> new Answer(200, "fine");

    @Override
    public TransportResponse send(TransportRequest request) throws IOException {
      requests.add(request);
      Answer given = answer.apply(request);
      if (given.status == 0) {
        throw new IOException("cut");
      }
      return given;
    }

    @Override
    public void close() {}
  }

  private static final class Answer implements TransportResponse {
    private final int status;
    private final InputStream body;
    private final Map<String, String> headers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable PipedOutputStream source;
    private Runnable whenClosed = () -> {};

    Answer(int status, InputStream body, Map<String, String> headers) {
      this.status = status;
      this.body = body;
      this.headers = headers;
    }

    /** A stream of what is written to {@code source}; closing it wakes its reader. */
    static Answer following(PipedOutputStream source) throws IOException {
      Answer answer = new Answer(200, new PipedInputStream(source), Map.of());
      answer.source = source;
      return answer;
    }

    /** A bare connection that says what is said to it. */
    static Answer echo() throws IOException {
      PipedOutputStream source = new PipedOutputStream();
      Map<String, String> headers = Map.of("Connection", "Upgrade", "Upgrade", "tcp");
      Answer answer = new Answer(101, new PipedInputStream(source), headers);
      answer.source = source;
      return answer;
    }

    Answer(int status, String body) {
      this(status, new ByteArrayInputStream(body.getBytes(UTF_8)), Map.of());
    }

    @Override
    public int status() {
      return status;
    }

    @Override
    public @Nullable String header(String name) {
      return headers.get(name);
    }

    @Override
    public InputStream body() {
      return body;
    }

    @Override
    public @Nullable OutputStream upgraded() {
      return status == 101 ? source : null;
    }

    @Override
    public void close() {
      whenClosed.run();
      closed.countDown();
      if (source != null) {
        try {
          source.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private TransportResponse send(String method, String target, @Nullable RequestBody body)
      throws IOException {
    return client.send(
        new TransportRequest(
            method, target, Map.of("X-Registry-Auth", "e30="), body, Duration.ofSeconds(10)));
  }

  private static String text(TransportResponse response) throws IOException {
    try (response) {
      return new String(response.body().readAllBytes(), UTF_8);
    }
  }

  private static String text(@Nullable RequestBody body) throws IOException {
    if (body == null) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toString(UTF_8);
  }

  @Test
  void handsRequestsOnAsTheyAre() throws Exception {
    assertThat(text(send("GET", "/v1.41/services/a%2Fb?filters=%7B%7D", null))).isEqualTo("fine");
    send("POST", "/x", RequestBody.of("application/json", "{\"a\":1}".getBytes(UTF_8))).close();

    TransportRequest get = engine.requests.get(0);
    assertThat(get).hasToString("GET /v1.41/services/a%2Fb?filters=%7B%7D");
    assertThat(get.headers()).containsEntry("X-Registry-Auth", "e30=");
    assertThat(get.body()).isNull();
    TransportRequest post = engine.requests.get(1);
    assertThat(text(post.body())).isEqualTo("{\"a\":1}");
    assertThat(post.body()).extracting(RequestBody::contentType).isEqualTo("application/json");
  }

  @Test
  void takesBodiesInChunks() throws Exception {
    String part = "0123456789abcdef".repeat(1000);
    RequestBody body =
        RequestBody.streaming(
            "application/x-tar",
            out -> {
              for (int i = 0; i < 20; i++) {
                out.write(part.getBytes(UTF_8));
              }
            });

    assertThat(text(send("POST", "/load", body))).isEqualTo("fine");
    assertThat(text(send("GET", "/x", null))).isEqualTo("fine");

    assertThat(text(engine.requests.get(0).body())).isEqualTo(part.repeat(20));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 301, 304, 400, 404, 500, 503})
  void givesStatusHeadersAndBody(int status) throws Exception {
    engine.answer =
        request ->
            new Answer(
                status,
                new ByteArrayInputStream("{}".getBytes(UTF_8)),
                Map.of("Content-Type", "application/json", "Api-Version", "1.41"));

    try (TransportResponse response = send("GET", "/x", null)) {
      assertThat(response.status()).isEqualTo(status);
      assertThat(response.header("Content-Type")).isEqualTo("application/json");
      assertThat(response.header("Api-Version")).isEqualTo("1.41");
      assertThat(new String(response.body().readAllBytes(), UTF_8))
          .isEqualTo(status == 204 || status == 304 ? "" : "{}");
    }
  }

  @Test
  void answersAHeadWithoutABody() throws Exception {
    engine.answer =
        request ->
            new Answer(
                200, new ByteArrayInputStream("OK".getBytes(UTF_8)), Map.of("Content-Length", "2"));

    try (TransportResponse head = send("HEAD", "/_ping", null)) {
      assertThat(head.header("Content-Length")).isEqualTo("2");
      assertThat(head.body().readAllBytes()).isEmpty();
    }
    assertThat(text(send("GET", "/_ping", null))).isEqualTo("OK");
  }

  @Test
  void aStreamIsLive() throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    Answer follow = Answer.following(source);
    engine.answer = request -> follow;

    try (TransportResponse response =
        client.send(new TransportRequest("GET", "/events", Map.of(), null, null))) {
      for (int i = 0; i < 100; i++) {
        source.write(i);
        source.flush();
        assertThat(response.body().read()).isEqualTo(i);
      }
    }

    assertThat(follow.closed.await(5, TimeUnit.SECONDS)).isTrue();
  }

  /** The client has the whole answer, and asks the next, before the engine is done with it. */
  @Test
  void aBareConnectionMayBeginWhileTheAnswerBeforeItEnds() throws Exception {
    Answer fine = new Answer(200, "fine");
    fine.whenClosed = this::awaitNext;
    Answer echo = Answer.echo();
    engine.answer = request -> request.method().equals("GET") ? fine : echo;

    assertThat(text(send("GET", "/x", null))).isEqualTo("fine");
    Map<String, String> headers = Map.of("Connection", "Upgrade", "Upgrade", "tcp");
    try (TransportResponse bare =
        client.send(new TransportRequest("POST", "/exec/1/start", headers, null, null))) {
      try (OutputStream input = Objects.requireNonNull(bare.upgraded())) {
        input.write("said".getBytes(UTF_8));
      }
      assertThat(text(bare)).isEqualTo("said");
    }
    assertThat(engine.requests).hasSize(2);
  }

  /** Waits until the next request has been read, and its answer is waited for. */
  private void awaitNext() {
    try {
      Eventually.eventually(Duration.ofSeconds(10), this::requireNextRead);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void requireNextRead() {
    assertThat(Thread.getAllStackTraces().entrySet())
        .filteredOn(thread -> isOurs(thread.getKey()))
        .flatExtracting(thread -> List.of(thread.getValue()))
        .anyMatch(frame -> frame.getClassName().endsWith(".Upgrade"));
  }

  @Test
  void anAnswerThatTheEngineCutsIsCutForTheClient() throws Exception {
    InputStream broken =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given++ < 3) {
              return 'x';
            }
            throw new IOException("cut");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            bytes[offset] = (byte) read();
            return 1;
          }
        };
    engine.answer = request -> new Answer(200, broken, Map.of());

    try (TransportResponse response = send("GET", "/x", null)) {
      assertThat(response.body().readNBytes(3)).isEqualTo("xxx".getBytes(UTF_8));
      assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBodyShorterThanItsLengthIsCutForTheClient() throws Exception {
    engine.answer =
        request ->
            new Answer(
                200,
                new ByteArrayInputStream("abc".getBytes(UTF_8)),
                Map.of("Content-Length", "9"));

    try (TransportResponse response = send("GET", "/x", null)) {
      assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anEngineThatGivesNoAnswerEndsTheConnection() {
    engine.answer = request -> new Answer(0, "");

    assertThatThrownBy(() -> send("POST", "/x", null))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NotConnectedException.class);
  }

  @Test
  void aBugOfTheEngineIsSeenByTheClient() throws Exception {
    engine.answer =
        request -> {
          throw new IllegalStateException("my bug");
        };

    try (TransportResponse response = send("GET", "/x", null)) {
      assertThat(response.status()).isEqualTo(500);
      assertThat(new String(response.body().readAllBytes(), UTF_8)).contains("my bug");
    }
  }

  @Test
  void closingEndsStreamsAndFreesTheAddress() throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    Answer follow = Answer.following(source);
    engine.answer = request -> follow;
    TransportResponse response =
        client.send(new TransportRequest("GET", "/events", Map.of(), null, null));

    http.close();

    assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
    assertThat(follow.closed.await(5, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> send("GET", "/x", null)).isInstanceOf(NotConnectedException.class);
    assertThat(Files.exists(directory.resolve("engine.sock"))).isFalse();
  }

  @Test
  void isNamedByItsAddress() {
    assertThat(http).hasToString(http.address().toString());
    assertThat(http.address().scheme()).isEqualTo(kind);
  }
}
