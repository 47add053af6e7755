package io.github.swarmclient.okhttp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/** A TCP connection. A channel below it, because only a channel can be asked without waiting. */
final class TcpSocket extends EngineSocket {
  private static final int SLICE_MILLIS = 50;

  private final SocketChannel channel;
  private final Socket socket;
  private final ConnectFailures failures;
  private volatile boolean shut;

  TcpSocket(ConnectFailures failures, OpenSockets siblings) throws IOException {
    super(siblings);
    this.failures = failures;
    this.channel = SocketChannel.open();
    this.socket = channel.socket();
  }

  @Override
  public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    try {
      // Requests are small and wait for their answers; Nagle's algorithm would only delay them.
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      // A follow stream may be silent for hours, and a NAT in between forgets it (moby#34359).
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      socket.connect(endpoint, timeoutMillis);
    } catch (IOException e) {
      boolean givenUp = shut;
      close();
      throw givenUp || Thread.currentThread().isInterrupted() ? e : failures.ofTcp(e);
    }
  }

  @Override
  int receive(byte[] bytes, int offset, int length) throws IOException {
    return socket.getInputStream().read(bytes, offset, length);
  }

  @Override
  int receiveNow(byte[] bytes, int offset, int length) throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.read(ByteBuffer.wrap(bytes, offset, length));
    } finally {
      channel.configureBlocking(true);
    }
  }

  @Override
  void send(byte[] bytes, int offset, int length) throws IOException {
    int timeoutMillis = socket.getSoTimeout();
    if (timeoutMillis == 0) {
      socket.getOutputStream().write(bytes, offset, length);
      return;
    }
    channel.configureBlocking(false);
    try {
      for (ByteBuffer left = ByteBuffer.wrap(bytes, offset, length); left.hasRemaining(); ) {
        if (channel.write(left) == 0) {
          awaitRoom(timeoutMillis);
        }
      }
    } finally {
      channel.configureBlocking(true);
    }
  }

  /** Waits until the engine takes more; a large body to an engine that stands still comes here. */
  private void awaitRoom(int timeoutMillis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_WRITE);
      // In slices, because closing the channel wakes no selector.
      while (selector.select(SLICE_MILLIS) == 0 && channel.isOpen()) {
        if (System.nanoTime() - deadline > 0) {
          throw new SocketTimeoutException("nothing was taken within " + timeoutMillis + " ms");
        }
      }
    }
  }

  @Override
  void endOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  void shut() {
    shut = true;
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public synchronized void setSoTimeout(int millis) throws SocketException {
    // okhttp sets it between taking a connection from its pool and lending it, where the response
    // before may still close it; that is found out when it is lent.
    if (channel.isOpen()) {
      socket.setSoTimeout(millis);
    }
  }

  @Override
  public synchronized int getSoTimeout() throws SocketException {
    return channel.isOpen() ? socket.getSoTimeout() : 0;
  }

  @Override
  public InetAddress getInetAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getPort() {
    return socket.getPort();
  }

  @Override
  public String toString() {
    return socket.toString();
  }
}
