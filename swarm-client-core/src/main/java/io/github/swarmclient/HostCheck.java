package io.github.swarmclient;

import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SystemInfo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@link Preflight} found out about one host. Immutable. */
public final class HostCheck {
  private final String connection;
  private final SystemInfo info;
  private final @Nullable ApiVersion apiVersion;
  private final @Nullable Duration clockSkew;
  private final Duration clockUncertainty;
  private final List<PortCheck> ports;
  private final List<String> problems;

  HostCheck(
      String connection,
      SystemInfo info,
      @Nullable ApiVersion apiVersion,
      @Nullable Duration clockSkew,
      Duration clockUncertainty,
      List<PortCheck> ports,
      List<String> problems) {
    this.connection = connection;
    this.info = info;
    this.apiVersion = apiVersion;
    this.clockSkew = clockSkew;
    this.clockUncertainty = clockUncertainty;
    this.ports = List.copyOf(ports);
    this.problems = List.copyOf(problems);
  }

  HostCheck with(List<String> problems) {
    return new HostCheck(
        connection, info, apiVersion, clockSkew, clockUncertainty, ports, problems);
  }

  /** Returns the address by which the engine was asked. */
  public String connection() {
    return connection;
  }

  /** Returns the host's name; empty if the engine did not answer. */
  public String hostname() {
    return Objects.requireNonNullElse(info.name(), "");
  }

  /** Returns the engine's version, such as 29.0.1; empty if it did not answer. */
  public String engineVersion() {
    return Objects.requireNonNullElse(info.serverVersion(), "");
  }

  /** Returns the API version talked with the engine; null if it did not answer. */
  public @Nullable ApiVersion apiVersion() {
    return apiVersion;
  }

  /** Returns the operating system and architecture, such as {@code linux/x86_64}. */
  public String platform() {
    return info.osType() == null && info.architecture() == null
        ? ""
        : info.osType() + "/" + info.architecture();
  }

  /**
   * Returns by how much the host's clock is ahead of this machine's, give or take {@link
   * #clockUncertainty()}; null if the engine did not tell the time.
   */
  public @Nullable Duration clockSkew() {
    return clockSkew;
  }

  /** Returns by how much {@link #clockSkew()} may be wrong: half of what the answer took. */
  public Duration clockUncertainty() {
    return clockUncertainty;
  }

  /** Returns what the engine is in a swarm; null if it did not tell. */
  public @Nullable LocalNodeState swarmState() {
    SwarmInfo swarm = info.swarm();
    return swarm == null ? null : swarm.localNodeState();
  }

  /** Returns the ports that a swarm needs. */
  public List<PortCheck> ports() {
    return ports;
  }

  /** Returns what is known to be wrong with this host. */
  public List<String> problems() {
    return problems;
  }

  /** Returns what messages call it. */
  String name() {
    return hostname().isEmpty() ? connection : hostname();
  }

  SystemInfo info() {
    return info;
  }
}
