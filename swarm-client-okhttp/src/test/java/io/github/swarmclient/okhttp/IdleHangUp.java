package io.github.swarmclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.transport.EngineAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that promises to keep connections, but ends each one after the first answer, and tells
 * when it has done so. Before that it may say a last word.
 */
final class IdleHangUp implements AutoCloseable {
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";

  final EngineAddress address;
  private final ServerSocketChannel server;
  private final String lastWord;
  private final AtomicInteger requests = new AtomicInteger();
  private final Semaphore hangUps = new Semaphore(0);
  private final Semaphore taken = new Semaphore(0);

  IdleHangUp(MockEngine.Kind kind, String lastWord) throws IOException {
    this.lastWord = lastWord;
    if (kind == MockEngine.Kind.UNIX) {
      Path file = Files.createTempDirectory("engine").resolve("s.sock");
      server = listen(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(file));
      address = EngineAddress.of("unix://" + file);
    } else {
      server =
          listen(
              StandardProtocolFamily.INET,
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
      InetSocketAddress local = (InetSocketAddress) server.getLocalAddress();
      address = EngineAddress.of("tcp://127.0.0.1:" + local.getPort());
    }
    Thread thread = new Thread(this::serve, "MockWebServer that hangs up");
    thread.setDaemon(true);
    thread.start();
  }

  private static ServerSocketChannel listen(StandardProtocolFamily family, SocketAddress address)
      throws IOException {
    return ServerSocketChannel.open(family).bind(address, 100);
  }

  private void serve() {
    ByteBuffer request = ByteBuffer.allocate(8192);
    try {
      while (true) {
        try (SocketChannel channel = server.accept()) {
          // The requests of these tests are one packet each.
          channel.read(request.clear());
          requests.incrementAndGet();
          channel.write(ByteBuffer.wrap(ANSWER.getBytes(StandardCharsets.US_ASCII)));
          if (!lastWord.isEmpty()) {
            sayLate(channel);
          }
        }
        hangUps.release();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  /** Sends the last word when the client has taken the answer, so that the two are not one read. */
  private void sayLate(SocketChannel channel) throws IOException {
    taken.acquireUninterruptibly();
    channel.write(ByteBuffer.wrap(lastWord.getBytes(StandardCharsets.US_ASCII)));
  }

  int requests() {
    return requests.get();
  }

  /** Says that the client has taken an answer, and waits for the end of that many connections. */
  void awaitHangUps(int total) throws InterruptedException {
    taken.release();
    assertThat(hangUps.tryAcquire(total, 5, TimeUnit.SECONDS)).isTrue();
    hangUps.release(total);
  }

  @Override
  public void close() throws IOException {
    server.close();
    MockEngine.delete(address);
  }
}
