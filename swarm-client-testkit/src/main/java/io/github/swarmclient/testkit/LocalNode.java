package io.github.swarmclient.testkit;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One engine of a {@link LocalSwarm}, and the switches of its host. */
public final class LocalNode extends FaultyNode {
  private static final int ENGINE_PORT = 2375;
  private static final int LOG_LINES = 200;

  /** Longer than the 15 seconds that an engine gives its containers. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);

  /**
   * Sends a signal to every process of the host but its first, for as long as there are new ones.
   */
  private static final String SIGNAL =
      "for round in 1 2 3 4 5; do kill -%s -1 2>/dev/null; done; true";

  private final LocalSwarm swarm;
  private final LocalMachine.Host host;
  private final Plan plan;
  private final EngineAccess access;
  private final Path log;
  private volatile @Nullable Process engine;
  private volatile boolean paused;
  private volatile boolean isolated;

  /**
   * What the engines of one cluster have in common.
   *
   * @param flags flags of dockerd
   * @param environment variables that it has
   * @param within how long it may take until it answers
   */
  record Plan(List<String> flags, Map<String, String> environment, Duration within) {}

  LocalNode(LocalSwarm swarm, LocalMachine.Host host, Plan plan) {
    this.swarm = swarm;
    this.host = host;
    this.plan = plan;
    this.log = host.directory().resolve("engine.log");
    EngineAddress endpoint = EngineAddress.of("tcp://" + host.address() + ":" + ENGINE_PORT);
    this.access =
        new EngineAccess(
            host.hostname(), host.address(), endpoint, plan.within(), swarm.requests());
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
  public LocalSwarm cluster() {
    return swarm;
  }

  /** Returns where this process reaches the engine: its own address, on port 2375. */
  public EngineAddress endpoint() {
    return access.endpoint();
  }

  /** Returns the engine's unix socket on this machine, which answers also while it is isolated. */
  public EngineAddress socket() {
    return EngineAddress.of("unix://" + host.directory().resolve("docker.sock"));
  }

  @Override
  SwarmTransport straight() {
    return access.direct();
  }

  @Override
  RequestLog requests() {
    return access.requests();
  }

  @Override
  public String fetch(int port, String path) throws IOException {
    return access.fetch(port, path);
  }

  @Override
  public boolean isReachable() {
    return isRunning() && !paused && !isolated;
  }

  private boolean isRunning() {
    Process process = engine;
    return process != null && process.isAlive();
  }

  /** Shuts the engine down in good order, and returns when it has ended. */
  @Override
  public void stop() {
    Process process = engine;
    if (process == null || !process.isAlive()) {
      return;
    }
    unpause();
    exec("sh", "-c", "kill -TERM $(cat /run/docker.pid)");
    try {
      if (!process.waitFor(STOP_GRACE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void kill() {
    signal("KILL");
    paused = false;
    Process process = engine;
    if (process != null) {
      try {
        process.onExit().get(STOP_GRACE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException(this + " does not end: " + Failures.reason(e), e);
      }
    }
  }

  @Override
  public void start() {
    if (isRunning()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("sh", "-c", "rm -rf /run/docker*; exec \"$@\""));
    command.addAll(List.of("engine", "dockerd", "--host=unix:///run/node/docker.sock"));
    command.addAll(
        List.of("--host=unix:///run/docker.sock", "--host=tcp://0.0.0.0:" + ENGINE_PORT));
    command.addAll(List.of("--data-root=/run/node/data", "--pidfile=/run/docker.pid"));
    // The other driver needs the systemd of a machine of its own.
    command.add("--exec-opt=native.cgroupdriver=cgroupfs");
    command.add("--cgroup-parent=/" + swarm.machine() + "/" + hostname());
    command.addAll(plan.flags());
    ProcessBuilder builder = Command.begin(host.command(command));
    builder.environment().putAll(plan.environment());
    builder.environment().remove("NOTIFY_SOCKET");
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    try {
      engine = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the engine of " + hostname(), e);
    }
    if (!isolated) {
      access.awaitReady(this::isRunning, this::lastLines);
    }
  }

  @Override
  public void pause() {
    if (isRunning() && !paused) {
      paused = true;
      signal("STOP");
    }
  }

  @Override
  public void unpause() {
    if (paused) {
      signal("CONT");
      paused = false;
      if (isReachable()) {
        access.awaitReady(this::isRunning, this::lastLines);
      }
    }
  }

  private void signal(String name) {
    exec("sh", "-c", SIGNAL.formatted(name));
    Process process = engine;
    if (process != null && !name.equals("STOP")) {
      // What has entered the host on behalf of this process stops with the engine, but only that.
      Command.execute(List.of("sh", "-c", "kill -CONT " + process.pid()));
    }
  }

  /** {@inheritDoc} Open connections hang. */
  @Override
  public void isolate() {
    isolated = true;
    swarm.machine().plug(host, false);
  }

  @Override
  public void heal() {
    if (isolated) {
      swarm.machine().plug(host, true);
      isolated = false;
      if (isReachable()) {
        access.awaitReady(this::isRunning, this::lastLines);
      }
    }
  }

  @Override
  public ExecResult exec(String... command) {
    return Command.execute(host.command(List.of(command)));
  }

  @Override
  public String engineLogs() {
    return lastLines(LOG_LINES);
  }

  private String lastLines(int count) {
    try {
      // Not decoded line by line: an engine that was killed leaves half a character behind.
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void load(Path imageTar) {
    access.load(imageTar);
  }

  EngineAccess access() {
    return access;
  }

  void removeContainers() {
    access.removeContainers();
  }

  /** Returns the host name and the endpoint. */
  @Override
  public String toString() {
    return hostname() + " at " + endpoint();
  }
}
