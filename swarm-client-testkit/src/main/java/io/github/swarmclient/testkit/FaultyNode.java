package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.fault.Faults;
import io.github.swarmclient.transport.SwarmTransport;
import java.nio.file.Path;
import java.util.Objects;

/** A node of this kit's own, which has a socket for faults, and a way around them for the kit. */
abstract sealed class FaultyNode implements SwarmNode permits EmbeddedNode, DindNode, LocalNode {
  private final NodeSocket socket = new NodeSocket(this);

  /** Returns a new transport to the engine that no fault is in the way of. */
  abstract SwarmTransport straight();

  /** Returns what keeps the requests of clients. */
  abstract RequestLog requests();

  @Override
  public final SwarmTransport transport() {
    return requests().recording(socket.transport());
  }

  @Override
  public final SwarmClient connect() {
    return SwarmClient.builder().transport(transport()).time(cluster().time()).build();
  }

  @Override
  public final Faults faults() {
    return socket.faults(null);
  }

  @Override
  public final Faults faults(Path unixSocket) {
    return socket.faults(Objects.requireNonNull(unixSocket, "unixSocket"));
  }

  /** Returns a transport to the engine of any node that no fault is in the way of, if it can. */
  static SwarmTransport direct(SwarmNode node) {
    return node instanceof FaultyNode faulty
        ? faulty.requests().recording(faulty.straight())
        : node.transport();
  }

  /** Ends what {@link #faults()} has begun. */
  final void endFaults() {
    socket.close();
  }

  static void clear(SwarmNode node) {
    if (node instanceof FaultyNode faulty) {
      faulty.socket.clear();
    }
  }
}
