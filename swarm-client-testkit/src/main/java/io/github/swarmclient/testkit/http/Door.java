package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.transport.EngineAddress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A socket that clients connect to, and that can be locked in several ways. */
abstract sealed class Door implements AutoCloseable permits TcpDoor, UnixDoor {
  /** Enough for a test that opens hundreds of connections at once. */
  private static final int BACKLOG = 1024;

  private final ProtocolFamily family;
  private final List<SocketChannel> queue = new ArrayList<>(); // guarded by this
  private @Nullable ServerSocketChannel listener; // guarded by this
  private @Nullable Fault fault; // guarded by this
  private boolean closed; // guarded by this
  private boolean accepting; // guarded by this

  Door(ProtocolFamily family) {
    this.family = family;
  }

  /** Returns where clients find this. */
  abstract EngineAddress address();

  /** Returns what to listen on, with nothing in the way. */
  abstract SocketAddress free() throws IOException;

  /** Returns what clients connect to. */
  abstract SocketAddress target();

  /** Returns why this kind of socket cannot be locked in such a way, or null if it can. */
  abstract @Nullable String refusal(Fault fault);

  /** Makes what a fault needs, so that it fails here and not when the first client comes. */
  void prepare(Fault fault) {}

  /** Locks the socket after the listener has been closed. */
  abstract void lock(Fault fault) throws IOException;

  /** Returns the connection of a client as it is spoken to. */
  abstract Link link(SocketChannel channel, @Nullable Fault fault) throws IOException;

  final synchronized void open() throws IOException {
    listener = listen(BACKLOG);
  }

  private synchronized ServerSocketChannel listen(int backlog) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(family);
    try {
      if (server.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
        server.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      server.bind(free(), backlog);
      notifyAll();
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Locks the socket, or unlocks it if the fault is null. */
  final synchronized void set(@Nullable Fault next) throws IOException {
    if (closed || next == fault) {
      return;
    }
    fault = null;
    leave();
    if (next == null || isOpen(next)) {
      listener = listen(BACKLOG);
    } else if (next == Fault.BACKLOG_FULL) {
      listener = listen(1);
      fill();
    } else {
      lock(next);
    }
    fault = next;
  }

  /** Whether clients come in nevertheless. */
  private static boolean isOpen(Fault fault) {
    return switch (fault) {
      case REFUSED, MISSING_PATH, PERMISSION_DENIED, BACKLOG_FULL -> false;
      default -> true;
    };
  }

  final synchronized @Nullable Fault fault() {
    return fault;
  }

  /** Takes all places in the queue of the listener. */
  private void fill() throws IOException {
    boolean taken = true;
    for (int i = 0; i < 16 && taken; i++) {
      SocketChannel filler = SocketChannel.open(family);
      queue.add(filler);
      filler.configureBlocking(false);
      try {
        taken = filler.connect(target()) || connects(filler);
      } catch (IOException e) {
        taken = false; // unix sockets say at once that there is no place left
      }
    }
  }

  /** Over the loopback a connection that is not made at once is made never. */
  private static boolean connects(SocketChannel filler) throws IOException {
    for (int i = 0; i < 20; i++) {
      if (filler.finishConnect()) {
        return true;
      }
      pause();
    }
    return false;
  }

  private static void pause() {
    LockSupport.parkNanos(2_000_000);
  }

  private synchronized void leave() throws IOException {
    for (SocketChannel filler : queue) {
      filler.close();
    }
    queue.clear();
    if (listener != null) {
      listener.close();
      listener = null;
    }
    awaitAcceptor();
  }

  /** The system goes on listening for as long as a thread is in its accept. */
  private void awaitAcceptor() throws IOException {
    try {
      while (accepting) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a socket was closed");
    }
  }

  /**
   * Waits for a client, while the socket is locked until it is not.
   *
   * @return the connection, or null once this is closed
   */
  final @Nullable Link accept() throws IOException, InterruptedException {
    while (true) {
      ServerSocketChannel server = awaitListener();
      if (server == null) {
        return null;
      }
      SocketChannel channel;
      try {
        channel = server.accept();
      } catch (IOException e) {
        if (server.isOpen()) {
          throw e;
        }
        continue; // closed, because the socket was locked or unlocked
      } finally {
        accepted();
      }
      try {
        return link(channel, fault());
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
  }

  private synchronized @Nullable ServerSocketChannel awaitListener() throws InterruptedException {
    while (!closed && (listener == null || fault == Fault.BACKLOG_FULL)) {
      wait();
    }
    accepting = !closed;
    return closed ? null : listener;
  }

  private synchronized void accepted() {
    accepting = false;
    notifyAll();
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    leave();
    notifyAll();
  }
}
