package io.github.swarmclient.testkit;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/** One engine of a {@link DindSwarm}, and the switches of its container. */
public final class DindNode extends FaultyNode {
  private static final Duration EXEC_TIMEOUT = Duration.ofMinutes(1);

  /** Longer than the 15 seconds that an engine gives its containers. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);

  private static final int LOG_LINES = 200;

  private final DindSwarm swarm;
  private final EngineAccess engine;
  private final DindContainer container;
  private final boolean direct;
  private final FetchServers servers = new FetchServers(this);
  private volatile boolean off;
  private volatile boolean paused;
  private volatile boolean isolated;

  DindNode(DindSwarm swarm, EngineAccess engine, DindContainer container, boolean direct) {
    this.swarm = swarm;
    this.engine = engine;
    this.container = container;
    this.direct = direct;
  }

  @Override
  public String hostname() {
    return engine.hostname();
  }

  @Override
  public String address() {
    return engine.address();
  }

  @Override
  public DindSwarm cluster() {
    return swarm;
  }

  /** Returns where this process reaches the engine. */
  public EngineAddress endpoint() {
    return engine.endpoint();
  }

  @Override
  SwarmTransport straight() {
    return engine.direct();
  }

  @Override
  RequestLog requests() {
    return engine.requests();
  }

  /**
   * {@inheritDoc} It is asked for within the node where Docker's networks cannot be reached from
   * this process, as with Docker Desktop.
   */
  @Override
  public String fetch(int port, String path) throws IOException {
    return direct ? engine.fetch(port, path) : fetchInside(port, path);
  }

  private String fetchInside(int port, String path) throws IOException {
    String url = engine.url(port, path);
    long seconds = EngineAccess.FETCH_TIMEOUT.toSeconds();
    ExecResult result = exec("wget", "-q", "-O", "-", "-T", Long.toString(seconds), url);
    if (result.exitCode() != 0) {
      throw new IOException(
          "nothing to be had from "
              + hostname()
              + ", asked in its container for "
              + url
              + ": "
              + (result.stderr() + result.stdout()).strip());
    }
    return result.stdout();
  }

  @Override
  public InetSocketAddress publishedPort(int port) {
    return direct ? super.publishedPort(port) : servers.at(port);
  }

  @Override
  public boolean isReachable() {
    return !off && !paused && !isolated;
  }

  /** Shuts the engine down in good order, and returns when it has ended. */
  @Override
  public void stop() {
    off = true;
    container.stop(STOP_GRACE);
    paused = false;
  }

  @Override
  public void kill() {
    off = true;
    container.kill();
    paused = false;
  }

  /** Starts the engine again, and returns when it answers. Does nothing if it runs. */
  @Override
  public void start() {
    container.start();
    off = false;
    // Its network is a new one, which knows nothing of a partition.
    if (swarm.isPartitioned()) {
      standApart();
    }
    if (isReachable()) {
      awaitAnswer();
    }
  }

  @Override
  public void pause() {
    if (!off && !paused) {
      container.pause();
      paused = true;
    }
  }

  @Override
  public void unpause() {
    if (paused) {
      container.unpause();
      paused = false;
      standApart();
      if (isReachable()) {
        awaitAnswer();
      }
    }
  }

  /** {@inheritDoc} Open connections hang. */
  @Override
  public void isolate() {
    if (!isolated) {
      isolated = true;
      container.disconnect();
    }
  }

  @Override
  public void heal() {
    if (isolated) {
      container.connect();
      isolated = false;
      if (isReachable()) {
        awaitAnswer();
      }
    }
  }

  /** Keeps to its part of a partition; one that cannot do so now does it when it goes on. */
  void standApart() {
    if (!off && !paused) {
      Firewall.drop(this, swarm.beyond(this));
    }
  }

  @Override
  public ExecResult exec(String... command) {
    try {
      return container.exec(EXEC_TIMEOUT, command);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          hostname() + ": cannot run " + String.join(" ", command) + ": " + Failures.reason(e), e);
    }
  }

  @Override
  public String engineLogs() {
    return container.logs(LOG_LINES);
  }

  @Override
  public void load(Path imageTar) {
    engine.load(imageTar);
  }

  EngineAccess access() {
    return engine;
  }

  void removeContainers() {
    engine.removeContainers();
  }

  /** Returns when the engine answers. */
  void awaitAnswer() {
    engine.awaitReady(container::isRunning, container::logs);
  }

  /** Returns whether the kernel has IPVS, once it was asked to load it. */
  boolean hasIpvs() {
    // Without a modprobe of its own, or the modules' files, a container can still make the kernel
    // load one: by asking for a network device of that name.
    String script = "modprobe ip_vs || ip link show ip_vs || true; test -e /proc/net/ip_vs";
    return exec("sh", "-c", script).exitCode() == 0;
  }

  String containerId() {
    return container.id();
  }

  void remove() {
    try {
      endFaults();
      servers.close();
    } finally {
      container.close();
    }
  }

  /** Returns the host name and the endpoint. */
  @Override
  public String toString() {
    return hostname() + " at " + endpoint();
  }
}
