package io.github.swarmclient.okhttp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A TCP connection. A channel below it, because only a channel can be asked without waiting. */
final class TcpSocket extends EngineSocket {
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
    socket.getOutputStream().write(bytes, offset, length);
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
    socket.setSoTimeout(millis);
  }

  @Override
  public synchronized int getSoTimeout() throws SocketException {
    return socket.getSoTimeout();
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
