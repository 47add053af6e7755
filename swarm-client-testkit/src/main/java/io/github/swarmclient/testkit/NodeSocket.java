package io.github.swarmclient.testkit;

import io.github.swarmclient.okhttp.OkHttpTransport;
import io.github.swarmclient.testkit.fault.Faults;
import io.github.swarmclient.testkit.http.EngineServer;
import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The way to a node: straight, until faults are asked for, and then through a socket with them. */
final class NodeSocket {
  private final FaultyNode node;
  private @Nullable SwarmTransport engine; // guarded by this
  private @Nullable EngineServer server; // guarded by this
  private boolean closed; // guarded by this

  /** Makes no socket yet. */
  NodeSocket(FaultyNode node) {
    this.node = node;
  }

  synchronized SwarmTransport transport() {
    return server == null ? node.straight() : OkHttpTransport.open(server.address());
  }

  /** Returns the faults of the socket, which is made if there is none, on a port if not told. */
  synchronized Faults faults(@Nullable Path unixSocket) {
    if (server == null && closed) {
      throw new IllegalStateException("the cluster of " + node + " is closed");
    }
    if (server == null) {
      SwarmTransport behind = node.straight();
      try {
        server = EngineServer.serve(behind, node.cluster().time(), unixSocket);
        engine = behind;
      } catch (IOException e) {
        behind.close();
        throw new UncheckedIOException("cannot make a socket for faults", e);
      }
    } else if (unixSocket != null && !isAt(server.address(), unixSocket)) {
      throw new IllegalStateException(
          "the faults of this node are at " + server.address() + " already");
    }
    return server.faults();
  }

  private static boolean isAt(EngineAddress address, Path unixSocket) {
    return address.path().equals(unixSocket.toAbsolutePath().toString());
  }

  synchronized void clear() {
    if (server != null) {
      server.faults().clear();
    }
  }

  synchronized void close() {
    closed = true;
    if (server != null && engine != null) {
      try {
        // First, which ends the requests that the server waits for.
        engine.close();
      } finally {
        server.close();
      }
    }
  }
}
