package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.engine.Host;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** One engine of an {@link EmbeddedSwarm}. */
public final class EmbeddedNode extends FaultyNode {
  private final EmbeddedSwarm swarm;
  private final Host host;
  private final FetchServers servers = new FetchServers(this);

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
  public EmbeddedSwarm cluster() {
    return swarm;
  }

  @Override
  SwarmTransport straight() {
    return new InMemoryTransport(host);
  }

  @Override
  RequestLog requests() {
    return swarm.requests();
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

  /** Does what {@link #stop} does. */
  @Override
  public void kill() {
    stop();
  }

  @Override
  public boolean isReachable() {
    return host.isRunning() && host.switches().responds();
  }

  @Override
  public void pause() {
    host.switches().pause(true);
  }

  @Override
  public void unpause() {
    host.switches().pause(false);
  }

  /** {@inheritDoc} A client waits 10 seconds for it, in virtual time. */
  @Override
  public void isolate() {
    host.switches().isolate(true);
  }

  @Override
  public void heal() {
    host.switches().isolate(false);
  }

  /**
   * Always throws {@link UnsupportedOperationException}: there is no host. Commands run in
   * containers: {@code client.tasks().exec(task, "cat", "/etc/hosts")}.
   */
  @Override
  public ExecResult exec(String... command) {
    throw new UnsupportedOperationException(
        "an embedded engine has no host to run "
            + String.join(" ", command)
            + " on; commands run in containers, by client.tasks().exec(task, …)");
  }

  /** {@inheritDoc} Of an image it takes the name. */
  @Override
  public void load(Path imageTar) {
    ImageFile.names(imageTar).forEach(host::hasImage);
  }

  /** Returns what the engine was asked, and with which status it answered: 200 lines at most. */
  @Override
  public String engineLogs() {
    return host.log();
  }

  @Override
  public InetSocketAddress publishedPort(int port) {
    swarm.requireOpen();
    return servers.at(port);
  }

  /** Ends what may outlive the engine. */
  void end() {
    try {
      endFaults();
      servers.close();
    } finally {
      stop();
    }
  }

  /** Starts the engine again; it takes part in its swarm 0.7 seconds later. */
  @Override
  public void start() {
    swarm.requireOpen();
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
