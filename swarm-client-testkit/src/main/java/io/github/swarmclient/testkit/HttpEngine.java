package io.github.swarmclient.testkit;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts an engine that lives in this process, or any other transport, on a socket, where real
 * clients can reach it by HTTP/1.1.
 *
 * <pre>{@code
 * try (HttpEngine http = HttpEngine.serve(engine)) {
 *   // DOCKER_HOST is http.address()
 * }
 * }</pre>
 *
 * <p>What the engine fails to answer with an {@link IOException}, ends the connection without an
 * answer; a body that breaks off, breaks off for the client too. When a client goes away in the
 * middle of a response, the response is closed.
 */
public final class HttpEngine implements AutoCloseable {
  /** Enough for a test that opens hundreds of connections at once. */
  private static final int BACKLOG = 1024;

  private final SwarmTransport engine;
  private final ServerSocketChannel server;
  private final EngineAddress address;
  private final @Nullable Path file;
  private final Set<HttpEngineConnection> connections = ConcurrentHashMap.newKeySet();
  private final Thread acceptor;

  private HttpEngine(
      SwarmTransport engine,
      ServerSocketChannel server,
      EngineAddress address,
      @Nullable Path file) {
    this.engine = Objects.requireNonNull(engine, "engine");
    this.server = server;
    this.address = address;
    this.file = file;
    this.acceptor = new Thread(this::accept, "HttpEngine " + address);
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /**
   * Serves {@code engine} on a free port of the loopback interface. Closing leaves {@code engine}
   * open.
   *
   * @throws IOException if there is no port to listen on
   */
  public static HttpEngine serve(SwarmTransport engine) throws IOException {
    InetSocketAddress anyPort =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    ServerSocketChannel server = listen(StandardProtocolFamily.INET, anyPort);
    int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    return new HttpEngine(engine, server, EngineAddress.of("tcp://127.0.0.1:" + port), null);
  }

  /**
   * Serves {@code engine} on a unix socket. Closing leaves {@code engine} open.
   *
   * @param unixSocket the file to make; it is deleted at the end
   * @throws IOException if the file cannot be made, for example because it exists
   */
  public static HttpEngine serve(SwarmTransport engine, Path unixSocket) throws IOException {
    Path file = unixSocket.toAbsolutePath();
    ServerSocketChannel server =
        listen(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(file));
    return new HttpEngine(engine, server, EngineAddress.of("unix://" + file), file);
  }

  private static ServerSocketChannel listen(StandardProtocolFamily family, SocketAddress local)
      throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(family);
    try {
      return server.bind(local, BACKLOG);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Returns where the engine listens. */
  public EngineAddress address() {
    return address;
  }

  private void accept() {
    try {
      while (true) {
        HttpEngineConnection connection = new HttpEngineConnection(server.accept(), engine);
        connections.add(connection);
        connection.start(() -> connections.remove(connection));
        // Asked after the connection was added: close() sees it, or this sees that close() was
        // called.
        if (!server.isOpen()) {
          connection.close();
        }
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  /**
   * Ends all connections and the threads that served them. Closing again does nothing.
   *
   * @throws IllegalStateException if the engine does not come back from a request, even though its
   *     thread was interrupted
   */
  @Override
  public void close() {
    try {
      server.close();
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HttpEngineConnection.join(acceptor);
    connections.forEach(HttpEngineConnection::close);
    connections.forEach(HttpEngineConnection::join);
  }

  /** Returns the address. */
  @Override
  public String toString() {
    return address.toString();
  }
}
