package io.github.swarmclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A descriptor that is closed while others use it, and whose number is taken at once. */
@Timeout(60)
class UnixChannelTest {
  private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

  @TempDir private Path directory;

  /** An echo of long integers; each client writes its own, so a foreign one is seen. */
  private static void echo(ServerSocketChannel server, ExecutorService threads) {
    while (true) {
      try {
        SocketChannel channel = server.accept();
        threads.execute(() -> echo(channel));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void echo(SocketChannel channel) {
    ByteBuffer buffer = ByteBuffer.allocate(8);
    try (channel) {
      while (channel.read(buffer) >= 0) {
        if (!buffer.hasRemaining()) {
          channel.write(buffer.flip());
          buffer.clear();
        }
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  @Test
  void noByteOfAConnectionAppearsOnAnother() throws Exception {
    Path file = directory.resolve("echo.sock");
    ExecutorService threads = Executors.newCachedThreadPool();
    AtomicLong echoes = new AtomicLong();
    AtomicLong closes = new AtomicLong();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(file), 1024);
      threads.execute(() -> echo(server, threads));
      long end = System.nanoTime() + NANOS;
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        BlockingQueue<UnixChannel> opened = new LinkedBlockingQueue<>();
        clients.add(threads.submit(client(file, opened, echoes, end)));
        clients.add(threads.submit(() -> closeAll(opened, closes, end)));
      }
      for (Future<?> client : clients) {
        client.get(30, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(echoes.get()).isGreaterThan(1_000);
    assertThat(closes.get()).isGreaterThan(100);
  }

  private static Callable<Void> client(
      Path file, BlockingQueue<UnixChannel> opened, AtomicLong echoes, long end) {
    return () -> {
      while (System.nanoTime() < end) {
        UnixChannel channel = UnixChannel.open();
        try (channel) {
          channel.connect(file.toString(), 1000);
          opened.add(channel);
          while (System.nanoTime() < end) {
            long sent = ThreadLocalRandom.current().nextLong();
            assertThat(exchanged(channel, sent)).isEqualTo(sent);
            echoes.incrementAndGet();
          }
        } catch (IOException e) {
          assertThat(channel.isOpen()).as("failed though nobody closed it: %s", e).isFalse();
        }
      }
      return null;
    };
  }

  private static long exchanged(UnixChannel channel, long sent) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(8).putLong(0, sent);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new ClosedChannelException();
      }
    }
    return buffer.getLong(0);
  }

  private static Void closeAll(BlockingQueue<UnixChannel> opened, AtomicLong closes, long end)
      throws IOException, InterruptedException {
    while (System.nanoTime() < end) {
      UnixChannel channel = opened.poll(50, TimeUnit.MILLISECONDS);
      if (channel != null) {
        // At any moment of its use.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000));
        channel.close();
        closes.incrementAndGet();
      }
    }
    return null;
  }

  @Test
  void aClosedChannelCanNeitherBeReadNorWritten() throws Exception {
    Path file = directory.resolve("s.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(file));
      UnixChannel channel = UnixChannel.open();
      channel.connect(file.toString(), 1000);
      channel.close();
      channel.close();

      ByteBuffer buffer = ByteBuffer.allocateDirect(8);
      assertThatThrownBy(() -> channel.read(buffer)).isInstanceOf(ClosedChannelException.class);
      assertThatThrownBy(() -> channel.readNow(buffer)).isInstanceOf(ClosedChannelException.class);
      assertThatThrownBy(() -> channel.write(buffer)).isInstanceOf(ClosedChannelException.class);
    }
  }

  @Test
  void closingEndsAWriteThatNobodyTakes() throws Exception {
    Path file = directory.resolve("s.sock");
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(file));
      UnixChannel channel = UnixChannel.open();
      channel.connect(file.toString(), 1000);
      AtomicLong written = new AtomicLong();
      Future<?> writer =
          threads.submit(
              () -> {
                ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
                while (true) {
                  written.addAndGet(channel.write(buffer.clear()));
                }
              });
      channel.timeout(0);
      while (written.get() < 100_000) {
        Thread.onSpinWait(); // the kernel takes more than this, and not much more
      }

      channel.close();

      assertThatThrownBy(() -> writer.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ClosedChannelException.class);
    } finally {
      threads.shutdownNow();
    }
  }
}
