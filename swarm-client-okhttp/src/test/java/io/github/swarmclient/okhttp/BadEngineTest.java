package io.github.swarmclient.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What answers is no good engine: bytes that no HTTP server would write. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class BadEngineTest {
  private static final Duration PATIENCE = Duration.ofMillis(400);

  /** What is written to each request, the first part at once and then one byte after the other. */
  private record Answer(String atOnce, String dripping) {}

  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private ServerSocket server;
  private OkHttpTransport transport;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread acceptor = new Thread(this::accept);
    acceptor.setDaemon(true);
    acceptor.start();
    transport = OkHttpTransport.open(EngineAddress.of("tcp://127.0.0.1:" + server.getLocalPort()));
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    transport.close();
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread thread = new Thread(() -> serve(socket));
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      int blank = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        blank = b == '\n' ? blank + 1 : b == '\r' ? blank : 0;
        if (blank == 2) {
          Answer answer = answers.take();
          out.write(answer.atOnce.getBytes(ISO_8859_1));
          while (!answer.dripping.isEmpty() && !over.await(10, TimeUnit.MILLISECONDS)) {
            out.write(answer.dripping.getBytes(ISO_8859_1));
          }
        }
      }
    } catch (IOException | InterruptedException e) {
      // The client has gone.
    }
  }

  private String get(@Nullable Duration timeout) throws IOException {
    TransportRequest request = new TransportRequest("GET", "/x", Map.of(), null, timeout);
    try (TransportResponse response = transport.send(request)) {
      return new String(response.body().readAllBytes(), ISO_8859_1);
    }
  }

  @Test
  void anAnswerThatNobodyAskedForIsNotThatOfTheNextRequest() throws Exception {
    String first = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none";
    answers.add(new Answer(first + first.replace("one", "bad"), ""));
    answers.add(new Answer(first.replace("one", "two"), ""));

    assertThat(get(Duration.ofSeconds(10))).isEqualTo("one");
    assertThat(get(Duration.ofSeconds(10))).isEqualTo("two");
  }

  @Test
  void headersThatNeverEndAreGivenUp() {
    answers.add(new Answer("HTTP/1.1 200 OK\r\nX-Drip: ", "x"));

    assertThatThrownBy(() -> get(PATIENCE)).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void aBodyThatComesDropByDropIsGivenUp() {
    answers.add(new Answer("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "x"));

    assertThatThrownBy(() -> get(PATIENCE))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessageContaining("GET /x")
        .hasMessageContaining("not complete within PT1.6S");
  }

  @Test
  void twoLengthsAreNone() {
    answers.add(
        new Answer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 2\r\n\r\n{}{}", ""));

    assertThatThrownBy(() -> get(Duration.ofSeconds(10)))
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("two lengths, 4 and 2");
  }
}
