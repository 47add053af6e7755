package io.github.swarmclient.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * All sockets of one transport. They are kept here, not only in okhttp's pool, because the pool can
 * close idle connections but not those that are being read.
 */
final class OpenSockets extends SocketFactory {
  private final Endpoint.SocketMaker maker;
  private final Set<EngineSocket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  OpenSockets(Endpoint.SocketMaker maker) {
    this.maker = maker;
  }

  @Override
  public Socket createSocket() throws IOException {
    EngineSocket socket = maker.make(this);
    open.add(socket);
    // Asked after the socket was added: close() sees it, or this sees that close() was called.
    if (closed) {
      socket.close();
      throw new SocketException("the transport is closed");
    }
    return socket;
  }

  void forget(EngineSocket socket) {
    open.remove(socket);
  }

  /** Closes all sockets there are, and those to come. */
  void close() {
    closed = true;
    open.forEach(EngineSocket::close);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
    throw connected();
  }

  private static UnsupportedOperationException connected() {
    return new UnsupportedOperationException("okhttp connects its sockets itself");
  }
}
