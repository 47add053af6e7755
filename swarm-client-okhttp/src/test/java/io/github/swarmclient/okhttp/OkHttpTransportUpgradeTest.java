package io.github.swarmclient.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketHandler;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.Okio;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that becomes a bare one, as for the input of a command. */
@Timeout(30)
class OkHttpTransportUpgradeTest {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private static TransportResponse start(MockEngine engine) throws IOException {
    return engine.transport.send(
        new TransportRequest(
            "POST",
            "/v1.47/exec/e1/start",
            Map.of("Connection", "Upgrade", "Upgrade", "tcp"),
            RequestBody.of("application/json", "{\"Tty\":true}".getBytes(UTF_8)),
            null));
  }

  private void upgradesTo(MockEngine engine, SocketHandler handler) {
    engine.answers(
        request -> {
          heard.add(
              request.getHeaders().get("Connection")
                  + " "
                  + request.getHeaders().get("Upgrade")
                  + " "
                  + Objects.requireNonNull(request.getBody()).utf8());
          return new MockResponse.Builder()
              .code(101)
              .setHeader("Connection", "Upgrade")
              .setHeader("Upgrade", "tcp")
              .socketHandler(handler)
              .build();
        });
  }

  /** Speaks first, repeats each line in capitals, and says good-bye when the input has ended. */
  private void echoes(MockEngine engine) {
    upgradesTo(
        engine,
        socket -> {
          try (BufferedSource in = Okio.buffer(socket.getSource());
              BufferedSink out = Okio.buffer(socket.getSink())) {
            out.writeUtf8("$ ").flush();
            for (String line = in.readUtf8Line(); line != null; line = in.readUtf8Line()) {
              out.writeUtf8(line.toUpperCase(java.util.Locale.ROOT) + "\n").flush();
            }
            out.writeUtf8("bye").flush();
          } catch (IOException e) {
            heard.add("broken");
          }
        });
  }

  private static String read(TransportResponse response, int length) throws IOException {
    return new String(response.body().readNBytes(length), UTF_8);
  }

  private static OutputStream upgraded(TransportResponse response) {
    return Objects.requireNonNull(response.upgraded());
  }

  @ParameterizedTest
  @EnumSource
  void bothSidesSpeakInTurnAndTheInputEndsAlone(MockEngine.Kind kind) throws Exception {
    try (MockEngine engine = new MockEngine(kind)) {
      echoes(engine);
      try (TransportResponse response = start(engine)) {
        assertThat(response.status()).isEqualTo(101);
        assertThat(response.header("Upgrade")).isEqualTo("tcp");
        assertThat(heard.take()).isEqualTo("Upgrade tcp {\"Tty\":true}");
        assertThat(read(response, 2)).isEqualTo("$ ");
        OutputStream input = upgraded(response);
        input.write("ls\n".getBytes(UTF_8));
        assertThat(read(response, 3)).isEqualTo("LS\n");
        input.write("exit\n".getBytes(UTF_8));
        input.close();
        assertThat(new String(response.body().readAllBytes(), UTF_8)).isEqualTo("EXIT\nbye");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThreadWritesWhileAnotherReads(MockEngine.Kind kind) throws Exception {
    int lines = 20_000; // far more than the sockets hold
    try (MockEngine engine = new MockEngine(kind)) {
      echoes(engine);
      try (TransportResponse response = start(engine)) {
        Thread writer =
            new Thread(
                () -> {
                  try (OutputStream input = upgraded(response)) {
                    for (int i = 0; i < lines; i++) {
                      input.write(("line " + i + " ".repeat(80) + "\n").getBytes(UTF_8));
                    }
                  } catch (IOException e) {
                    heard.add("writer: " + e);
                  }
                },
                "writer");
        writer.start();
        String all = new String(response.body().readAllBytes(), UTF_8);
        writer.join();
        assertThat(all.lines()).hasSize(lines + 1).contains("LINE 19999" + " ".repeat(80));
        assertThat(all).endsWith("\nbye");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingWakesTheReaderAndTellsTheEngine(MockEngine.Kind kind) throws Exception {
    try (MockEngine engine = new MockEngine(kind)) {
      upgradesTo(
          engine,
          socket -> {
            try (BufferedSource in = Okio.buffer(socket.getSource())) {
              heard.add(in.exhausted() ? "ended" : "something");
            } catch (IOException e) {
              heard.add("ended");
            }
          });
      TransportResponse response = start(engine);
      heard.take();
      Reader reader = Reader.of(response);
      reader.awaitBlocked();
      response.close();
      assertThat(reader.failure()).isInstanceOf(IOException.class);
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("ended");
      engine.answers(request -> MockEngine.ok("pong"));
      try (TransportResponse next = engine.get("/_ping")) {
        assertThat(read(next, 4)).isEqualTo("pong");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasNotUpgradedHasNoInput(MockEngine.Kind kind) throws Exception {
    try (MockEngine engine = new MockEngine(kind)) {
      engine.answers(request -> MockEngine.ok("raw"));
      try (TransportResponse response = start(engine)) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.upgraded()).isNull();
        assertThat(read(response, 3)).isEqualTo("raw");
      }
    }
  }
}
