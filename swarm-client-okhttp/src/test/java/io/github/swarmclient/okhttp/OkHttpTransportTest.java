package io.github.swarmclient.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.SwarmTransportProvider;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
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

/** What goes over the wire, and what comes back, on both kinds of sockets. */
@ParameterizedClass
@EnumSource(MockEngine.Kind.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class OkHttpTransportTest {
  @Parameter MockEngine.Kind kind;
  private MockEngine engine;

  @BeforeEach
  void start() throws IOException {
    engine = new MockEngine(kind);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private RecordedRequest sent() throws InterruptedException {
    RecordedRequest request = engine.server.takeRequest(10, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  private static String text(TransportResponse response) throws IOException {
    try (response) {
      return new String(response.body().readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE"})
  void sendsTheVerbAndNothingMore(String verb) throws Exception {
    engine.answers(request -> new MockResponse.Builder().build());

    engine.send(verb, "/v1.41/info", null, Duration.ofSeconds(5)).close();

    RecordedRequest request = sent();
    assertThat(request.getMethod()).isEqualTo(verb);
    assertThat(request.getHeaders().names())
        .isSubsetOf("Host", "Connection", "Accept-Encoding", "Content-Length");
    assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    assertThat(request.getHeaders().get("Host"))
        .isEqualTo(kind == MockEngine.Kind.UNIX ? "docker" : "127.0.0.1:" + engine.address.port());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1.41/services/web%2F..%2F..%2Fswarm",
        "/v1.41/services/%2e%2E%2e?x=%2F%2f",
        "/services?filters=%7B%22name%22%3A%5B%22a%2Bb%20c%25%22%5D%7D&insertDefaults=true",
        "/a+b/~c_d-e?q=+&empty=&flag",
        "/secrets/%C3%A9?",
        "//double//slash/",
        "/x;y=1,2:3@4!$&*()?/?:@!$*()[]"
      })
  void sendsTheTargetAsItStands(String target) throws Exception {
    engine.answers(request -> new MockResponse.Builder().build());

    engine.get(target).close();

    assertThat(sent().getTarget()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a/../b", "/a/%2e%2E/b", "/./a", "/a b", "/a#b", "/é", "/a?x='", "relative", ""})
  void refusesATargetThatWouldBeSentOtherwise(String target) {
    assertThatThrownBy(() -> engine.get(target)).isInstanceOf(IllegalArgumentException.class);

    assertThat(engine.server.getRequestCount()).isZero();
  }

  @Test
  void sendsHeadersAndBodyAsGiven() throws Exception {
    engine.answers(request -> new MockResponse.Builder().build());
    byte[] bytes = {0, 1, (byte) 0xff, '\r', '\n', 0};

    engine
        .transport
        .send(
            new TransportRequest(
                "POST",
                "/x",
                Map.of("X-Registry-Auth", "e30=", "User-Agent", "me"),
                RequestBody.of("Application/X-Tar;Charset=\"q\"", bytes),
                null))
        .close();

    RecordedRequest request = sent();
    assertThat(request.getHeaders().get("X-Registry-Auth")).isEqualTo("e30=");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("me");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("Application/X-Tar;Charset=\"q\"");
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("6");
    assertThat(request.getBody().toByteArray()).isEqualTo(bytes);
  }

  @Test
  void keepsTheValueOfABadHeaderSecret() {
    TransportRequest request =
        new TransportRequest("GET", "/x", Map.of("X-Registry-Auth", "secret\n"), null, null);

    assertThatThrownBy(() -> engine.transport.send(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X-Registry-Auth")
        .hasMessageNotContaining("secret");
  }

  @Test
  void streamsABodyOfUnknownLength() throws Exception {
    engine.answers(request -> new MockResponse.Builder().build());
    byte[] part = "0123456789abcdef".repeat(4096).getBytes(UTF_8);
    RequestBody body =
        RequestBody.streaming(
            "application/x-tar",
            out -> {
              for (int i = 0; i < 64; i++) {
                out.write(part);
              }
            });

    engine.send("POST", "/load", body, Duration.ofSeconds(10)).close();

    RecordedRequest request = sent();
    assertThat(request.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(request.getHeaders().get("Content-Length")).isNull();
    assertThat(request.getBodySize()).isEqualTo(64L * part.length);
  }

  @Test
  void aWriterThatFailsLeavesTheTransportUsable() throws Exception {
    engine.answers(request -> MockEngine.ok("fine"));
    RequestBody broken =
        RequestBody.streaming(
            "text/plain",
            out -> {
              throw new IllegalStateException("my bug");
            });

    assertThatThrownBy(() -> engine.send("POST", "/x", broken, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("my bug");

    assertThat(text(engine.get("/x"))).isEqualTo("fine");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {200, 201, 204, 301, 302, 307, 308, 304, 400, 401, 404, 407, 408, 409, 421, 500, 503})
  void returnsAnyStatusAsItIs(int status) throws Exception {
    engine.answers(
        request ->
            new MockResponse.Builder()
                .code(status)
                .setHeader("Location", "/elsewhere")
                .setHeader("Retry-After", "0")
                .build());

    for (String verb : new String[] {"GET", "POST", "DELETE"}) {
      try (TransportResponse response = engine.send(verb, "/x", null, Duration.ofSeconds(5))) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("location")).isEqualTo("/elsewhere");
        assertThat(response.header("RETRY-AFTER")).isEqualTo("0");
        assertThat(response.header("Other")).isNull();
        assertThat(response.body().readAllBytes()).isEmpty();
      }
    }

    assertThat(engine.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void givesTheBodyByteForByte() throws Exception {
    String body = "0123456789abcdef".repeat(100_000);
    engine.answers(
        request ->
            request.getTarget().equals("/chunked")
                ? MockEngine.ok(body)
                : new MockResponse.Builder().body(body).build());

    assertThat(text(engine.get("/chunked"))).isEqualTo(body);
    assertThat(text(engine.get("/length"))).isEqualTo(body);
  }

  @Test
  void doesNotUnpackWhatItDidNotAskToBePacked() throws Exception {
    engine.answers(
        request ->
            new MockResponse.Builder().body("raw").setHeader("Content-Encoding", "gzip").build());

    assertThat(text(engine.get("/x"))).isEqualTo("raw");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyThatIsCutFailsAtTheReader(boolean chunked) throws Exception {
    String body = "0123456789abcdef".repeat(1000);
    MockResponse.Builder response =
        new MockResponse.Builder().onResponseBody(new SocketEffect.CloseSocket());
    MockResponse cut =
        chunked ? response.chunkedBody(body, 100).build() : response.body(body).build();
    engine.answers(request -> cut);

    try (TransportResponse got = engine.get("/x")) {
      assertThatThrownBy(() -> got.body().readAllBytes())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("GET /x at " + engine.address);
    }
  }

  @Test
  void anEngineThatHangsUpInsteadOfAnsweringIsAnIoException() {
    engine.answers(
        request ->
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThatThrownBy(() -> engine.post("/x", "{}"))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NotConnectedException.class)
        .hasMessageContaining("POST /x at " + engine.address);
    assertThat(engine.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void anEngineThatStaysSilentTimesOut() {
    engine.answers(
        request -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    long start = System.nanoTime();

    assertThatThrownBy(() -> engine.send("POST", "/x", null, Duration.ofMillis(150)))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("within PT0.15S");

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(140), Duration.ofSeconds(2));
    assertThat(engine.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aBodyThatPausesTimesOut() throws Exception {
    engine.answers(request -> engine.silent());

    try (TransportResponse response = engine.send("GET", "/x", null, Duration.ofMillis(150))) {
      InputStream body = response.body();
      assertThat(body.read()).isEqualTo('x');
      assertThatThrownBy(body::read).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void anEngineThatTakesNothingTimesOut() {
    engine.server.enqueue(
        new MockResponse.Builder().onRequestStart(SocketEffect.Stall.INSTANCE).build());
    RequestBody large = RequestBody.of("application/x-tar", new byte[32 << 20]);

    assertThatThrownBy(() -> engine.send("POST", "/x", large, Duration.ofMillis(200)))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("within PT0.2S");
  }

  @Test
  void closingTheTransportEndsAnUploadThatNobodyTakes() throws Exception {
    engine.server.enqueue(
        new MockResponse.Builder().onRequestStart(SocketEffect.Stall.INSTANCE).build());
    CountDownLatch started = new CountDownLatch(1);
    RequestBody endless =
        RequestBody.streaming(
            "application/x-tar",
            out -> {
              while (true) {
                out.write(new byte[1 << 10]);
                started.countDown();
              }
            });
    Thread closer =
        new Thread(
            () -> {
              try {
                started.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              engine.transport.close();
            });
    closer.start();

    assertThatThrownBy(() -> engine.send("POST", "/x", endless, Duration.ofSeconds(30)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the transport was closed");
    closer.join();
  }

  @Test
  void readingJustWhatIsThereDoesNotWait() throws Exception {
    engine.answers(request -> engine.silent());

    try (TransportResponse response = engine.follow("/x")) {
      assertThat(response.body().readNBytes(1)).isEqualTo(new byte[] {'x'});
    }
  }

  @Test
  void aTimeoutIsForItsOwnRequestOnly() throws Exception {
    engine.answers(
        request ->
            request.getTarget().equals("/slow")
                ? new MockResponse.Builder()
                    .headersDelay(300, TimeUnit.MILLISECONDS)
                    .body("slow")
                    .build()
                : MockEngine.ok("fast"));

    assertThat(text(engine.send("GET", "/fast", null, Duration.ofMillis(100)))).isEqualTo("fast");
    assertThat(text(engine.follow("/slow"))).isEqualTo("slow");
    assertThat(text(engine.send("GET", "/fast", null, Duration.ofMillis(100)))).isEqualTo("fast");
    assertThat(sent().getConnectionIndex()).isZero();
    assertThat(sent().getConnectionIndex()).isZero();
    assertThat(sent().getConnectionIndex()).isZero();
  }

  @Test
  void anInterruptedThreadSendsNothingAndStaysInterrupted() throws Exception {
    engine.answers(request -> MockEngine.ok("fine"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> engine.get("/x")).isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(engine.server.getRequestCount()).isZero();
    assertThat(text(engine.get("/x"))).isEqualTo("fine");
  }

  @Test
  void interruptingAReaderEndsTheStream() throws Exception {
    engine.answers(request -> engine.silent());

    try (TransportResponse response = engine.follow("/events")) {
      assertThat(response.body().read()).isEqualTo('x');
      Reader reader = Reader.of(response);
      reader.awaitBlocked();
      reader.interrupt();
      assertThat(reader.failure()).isInstanceOf(InterruptedIOException.class);
    }
  }

  @Test
  void aClosedTransportSendsNothing() {
    engine.transport.close();
    engine.transport.close();

    assertThatThrownBy(() -> engine.get("/x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(engine.address.toString());
  }

  @Test
  void isNamedByItsAddress() {
    assertThat(engine.transport).hasToString(engine.address.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h:2376", "ssh://h"})
  void refusesAddressesItCannotReach(String address) {
    OkHttpTransportProvider provider = new OkHttpTransportProvider();

    assertThat(provider.supports(EngineAddress.of(address))).isFalse();
    assertThatThrownBy(() -> provider.open(EngineAddress.of(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unix://, tcp:// and http:// only");
  }

  @Test
  void offersItselfAsAServiceFromTheModulePathAndTheClassPath() throws Exception {
    Module module = OkHttpTransport.class.getModule();
    String service = SwarmTransportProvider.class.getName();
    String provider = OkHttpTransportProvider.class.getName();

    assertThat(module.getName()).isEqualTo("io.github.swarmclient.okhttp");
    assertThat(module.getDescriptor().provides())
        .anySatisfy(
            provides -> {
              assertThat(provides.service()).isEqualTo(service);
              assertThat(provides.providers()).containsExactly(provider);
            });
    try (InputStream file = module.getResourceAsStream("META-INF/services/" + service)) {
      assertThat(file).hasContent(provider);
    }
  }
}
