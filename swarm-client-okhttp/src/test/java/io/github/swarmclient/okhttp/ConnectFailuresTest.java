package io.github.swarmclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.TransportRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when there is no engine. */
class ConnectFailuresTest {
  @TempDir private Path directory;

  private static void ping(String address) throws IOException {
    ping(address, Duration.ofSeconds(10));
  }

  private static void ping(String address, Duration connectTimeout) throws IOException {
    try (OkHttpTransport transport =
        OkHttpTransport.builder(EngineAddress.of(address)).connectTimeout(connectTimeout).build()) {
      transport.send(new TransportRequest("POST", "/_ping", Map.of(), null, Duration.ofSeconds(5)));
    }
  }

  @Test
  void aMissingSocketIsNamed() {
    String address = "unix://" + directory + "/no.sock";

    assertThatThrownBy(() -> ping(address))
        .isInstanceOf(NotConnectedException.class)
        .hasMessage(
            "no engine listens at %s: the file does not exist; start the engine, or name another address in DOCKER_HOST",
            address);
  }

  @Test
  void aSocketThatNobodyServesIsNamed() throws IOException {
    Path file = directory.resolve("left.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(file));
    }

    assertThatThrownBy(() -> ping("unix://" + file))
        .isInstanceOf(NotConnectedException.class)
        .hasMessageContaining(file + ": the socket is there, but nothing serves it");
  }

  @Test
  void aFileThatIsNoSocketIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> ping("unix://" + file))
        .isInstanceOf(NotConnectedException.class)
        .hasMessageContaining(file + ": the file is not a socket");
  }

  @Test
  void aPathThatIsTooLongIsNamed() {
    assertThatThrownBy(() -> ping("unix:///" + "é".repeat(60)))
        .isInstanceOf(NotConnectedException.class)
        .hasMessageContaining("its path has 121 bytes");
  }

  @Test
  void aConnectionThatIsRefusedIsNamed() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0)) {
      port = server.getLocalPort();
    }

    assertThatThrownBy(() -> ping("tcp://127.0.0.1:" + port))
        .isInstanceOf(NotConnectedException.class)
        .hasMessageContaining(
            "no engine listens at tcp://127.0.0.1:" + port + ": the connection was refused");
  }

  @Test
  void anUnknownHostIsNamed() {
    assertThatThrownBy(() -> ping("tcp://no.such.host.invalid:2375"))
        .isInstanceOf(NotConnectedException.class)
        .hasMessageContaining("the host no.such.host.invalid is unknown");
  }

  @Test
  void aConnectToAFullQueueIsBounded() throws IOException {
    Path file = directory.resolve("full.sock");
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(file), 1);
      fill(file, waiting);
      long start = System.nanoTime();

      assertThatThrownBy(() -> ping("unix://" + file, Duration.ofMillis(200)))
          .isInstanceOf(NotConnectedException.class)
          .hasMessageContaining("took no connection within PT0.2S");

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(190), Duration.ofSeconds(2));
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }

  private static void fill(Path file, List<SocketChannel> waiting) throws IOException {
    boolean room = true;
    while (room) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      waiting.add(channel);
      channel.configureBlocking(false);
      try {
        room = channel.connect(UnixDomainSocketAddress.of(file));
      } catch (IOException e) {
        room = false; // EAGAIN, for which the JDK has no word
      }
    }
  }

  @Test
  void aConnectOverTcpIsBounded() throws IOException {
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 1);
      for (int i = 0; i < 4; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(server.getLocalAddress());
        waiting.add(channel);
      }
      int port = ((InetSocketAddress) server.getLocalAddress()).getPort();

      assertThatThrownBy(() -> ping("tcp://127.0.0.1:" + port, Duration.ofMillis(200)))
          .isInstanceOf(NotConnectedException.class)
          .hasMessageContaining("no engine answers at tcp://127.0.0.1:" + port);
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }
}
