package io.github.swarmclient.okhttp;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A MockWebServer on a socket of either kind, and a transport to it. */
final class MockEngine implements AutoCloseable {
  /** The kinds of sockets. */
  enum Kind {
    UNIX,
    TCP
  }

  final MockWebServer server = new MockWebServer();
  final EngineAddress address;
  final OkHttpTransport transport;
  private volatile CountDownLatch end = new CountDownLatch(1);

  MockEngine(Kind kind) throws IOException {
    if (kind == Kind.UNIX) {
      Path file = Files.createTempDirectory("engine").resolve("ü.sock");
      server.setServerSocketFactory(UnixServerSocket.factory(file));
      address = EngineAddress.of("unix://" + file);
      server.start();
    } else {
      server.setServerSocketFactory(new PromptServerSockets());
      server.start();
      address = EngineAddress.of("tcp://127.0.0.1:" + server.getPort());
    }
    transport = OkHttpTransport.open(address);
  }

  /** Answers all requests alike. */
  void answers(Function<RecordedRequest, MockResponse> answer) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer.apply(request);
          }
        });
  }

  static MockResponse ok(String body) {
    return new MockResponse.Builder().chunkedBody(body, 1000).build();
  }

  /** Lets the silent responses end, so that their sockets are closed on this side too. */
  void endSilence() {
    CountDownLatch ending = end;
    end = new CountDownLatch(1);
    ending.countDown();
  }

  /** Returns a response that sends a byte, and then is silent until silence is ended. */
  MockResponse silent() {
    CountDownLatch silence = end;
    MockResponseBody body =
        new MockResponseBody() {
          @Override
          public long getContentLength() {
            return -1;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("1\r\nx\r\n").flush();
            try {
              silence.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    return new MockResponse.Builder()
        .body(body)
        .setHeader("Transfer-Encoding", "chunked")
        // It says −1 otherwise.
        .removeHeader("Content-Length")
        .build();
  }

  TransportResponse get(String target) throws IOException {
    return send("GET", target, null, Duration.ofSeconds(10));
  }

  TransportResponse post(String target, String body) throws IOException {
    RequestBody json =
        RequestBody.of("application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return send("POST", target, json, Duration.ofSeconds(10));
  }

  TransportResponse follow(String target) throws IOException {
    return send("GET", target, null, null);
  }

  TransportResponse send(
      String method, String target, @Nullable RequestBody body, @Nullable Duration timeout)
      throws IOException {
    return transport.send(new TransportRequest(method, target, Map.of(), body, timeout));
  }

  @Override
  public void close() {
    transport.close();
    end.countDown();
    server.close();
    delete(address);
  }

  /** Deletes the file of a unix socket, and the folder that was made for it. */
  static void delete(EngineAddress address) {
    if (!address.scheme().equals("unix")) {
      return;
    }
    Path file = Path.of(address.path());
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
