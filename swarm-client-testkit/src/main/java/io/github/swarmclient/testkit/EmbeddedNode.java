package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.engine.Host;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;

/** One engine of an {@link EmbeddedSwarm}. */
public final class EmbeddedNode implements SwarmNode {
  private final EmbeddedSwarm swarm;
  private final Host host;

  EmbeddedNode(EmbeddedSwarm swarm, Host host) {
    this.swarm = swarm;
    this.host = host;
  }

  @Override
  public String hostname() {
    return host.hostname();
  }

  @Override
  public String address() {
    return host.address();
  }

  @Override
  public SwarmClient connect() {
    return SwarmClient.builder().transport(transport()).time(swarm.time()).build();
  }

  /**
   * Returns a new transport to this engine that never leaves the process. Whoever calls this closes
   * it.
   */
  @Override
  public SwarmTransport transport() {
    return new InMemoryTransport(host);
  }

  @Override
  public String fetch(int port, String path) throws IOException {
    return host.fetch(port, path);
  }

  /**
   * Ends the engine and its containers at once, as a power cut does: connections break, and the
   * managers take the node for down 12.6 seconds later. Does nothing if it is stopped.
   */
  @Override
  public void stop() {
    host.stop();
  }

  /** Starts the engine again; it takes part in its swarm 0.7 seconds later. */
  @Override
  public void start() {
    host.start();
  }

  /** Returns whether the engine runs. */
  public boolean isRunning() {
    return host.isRunning();
  }

  @Override
  public String toString() {
    return "embedded://" + hostname();
  }
}
