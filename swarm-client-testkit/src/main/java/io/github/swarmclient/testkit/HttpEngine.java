package io.github.swarmclient.testkit;

import io.github.swarmclient.TimeSource;
import io.github.swarmclient.testkit.fault.Faults;
import io.github.swarmclient.testkit.http.EngineServer;
import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Puts an engine that lives in this process, or any other transport, on a socket, where real
 * clients can reach it by HTTP/1.1, and {@linkplain #faults() faults} strike them.
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
  private final EngineServer server;

  HttpEngine(EngineServer server) {
    this.server = server;
  }

  /**
   * Serves {@code engine} on a free port of the loopback interface. Closing leaves {@code engine}
   * open.
   *
   * @throws IOException if there is no port to listen on
   */
  public static HttpEngine serve(SwarmTransport engine) throws IOException {
    return new HttpEngine(EngineServer.serve(engine, TimeSource.system(), null));
  }

  /**
   * Serves {@code engine} on a unix socket. Closing leaves {@code engine} open.
   *
   * @param unixSocket the file to make; it is deleted at the end
   * @throws IOException if the file cannot be made, for example because it exists
   */
  public static HttpEngine serve(SwarmTransport engine, Path unixSocket) throws IOException {
    Objects.requireNonNull(unixSocket, "unixSocket");
    return new HttpEngine(EngineServer.serve(engine, TimeSource.system(), unixSocket));
  }

  /** Returns where the engine listens. */
  public EngineAddress address() {
    return server.address();
  }

  /** Returns the switchboard of what goes wrong on this socket; nothing does unless it is told. */
  public Faults faults() {
    return server.faults();
  }

  /**
   * Ends all connections and the threads that served them. Closing again does nothing.
   *
   * @throws IllegalStateException if the engine does not come back from a request, even though its
   *     thread was interrupted
   */
  @Override
  public void close() {
    server.close();
  }

  /** Returns the address. */
  @Override
  public String toString() {
    return server.toString();
  }
}
