package io.github.swarmclient;

import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.Swarm;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SystemInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether hosts can be, or well are, a swarm: engine versions, clocks, host names, and the
 * ports that are between them. Changes nothing.
 *
 * <p>The ports are tried from this machine, not from host to host: what is open here may be closed
 * between two of them. UDP ports cannot be tried at all.
 */
public final class Preflight {
  /** Less is the noise of a slow answer; more, and the times in logs and events mislead. */
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(5);

  private final List<SwarmClient> hosts;
  private TcpProbe probe = TcpProbe.sockets();

  private Preflight(List<SwarmClient> hosts) {
    this.hosts = hosts;
  }

  /**
   * Returns the check of these hosts.
   *
   * @param hosts a client of each host's engine
   * @throws IllegalArgumentException if there is none
   * @throws IllegalStateException if a client has several engines
   */
  public static Preflight between(SwarmClient... hosts) {
    if (hosts.length == 0) {
      throw new IllegalArgumentException("preflight failed: no hosts were given");
    }
    List<SwarmClient> all = List.of(hosts);
    all.forEach(host -> host.calls().requiresOneEngine("preflight"));
    return new Preflight(all);
  }

  Preflight probe(TcpProbe probe) {
    this.probe = probe;
    return this;
  }

  /** Asks all hosts. One that does not answer is a problem of the report, not an exception. */
  public PreflightReport run() {
    List<HostCheck> checked = new ArrayList<>();
    for (SwarmClient host : hosts) {
      HostCheck check = check(host);
      List<String> problems = new ArrayList<>(check.problems());
      for (HostCheck other : checked) {
        compare(other, check, problems);
      }
      checked.add(check.with(problems));
    }
    return new PreflightReport(checked);
  }

  private HostCheck check(SwarmClient host) {
    try {
      ApiVersion version = host.apiVersion();
      Instant before = host.time().now();
      SystemInfo info = host.info();
      Duration took = Duration.between(before, host.time().now());
      Instant told = info.systemTime();
      Duration uncertainty = took.dividedBy(2);
      Duration skew = told == null ? null : Duration.between(before.plus(uncertainty), told);
      SwarmInfo swarm =
          Objects.requireNonNullElseGet(info.swarm(), () -> SwarmInfo.builder().build());
      PortChecks ports = new PortChecks(probe, host.toString(), swarm);
      List<PortCheck> checks = ports.run();
      List<String> problems = new ArrayList<>(ports.problems());
      problems.addAll(problemsOf(swarm));
      return new HostCheck(host.toString(), info, version, skew, uncertainty, checks, problems);
    } catch (SwarmException e) {
      return new HostCheck(
          host.toString(),
          SystemInfo.builder().build(),
          null,
          null,
          Duration.ZERO,
          List.of(),
          List.of(String.valueOf(e.getMessage())));
    }
  }

  private static List<String> problemsOf(SwarmInfo swarm) {
    LocalNodeState state = swarm.localNodeState();
    boolean well = LocalNodeState.INACTIVE.equals(state) || LocalNodeState.ACTIVE.equals(state);
    String error = Objects.requireNonNullElse(swarm.error(), "");
    return well && error.isEmpty()
        ? List.of()
        : List.of("its part in a swarm is " + state + (error.isEmpty() ? "" : ": " + error));
  }

  private static void compare(HostCheck other, HostCheck host, List<String> problems) {
    if (!host.hostname().isEmpty() && host.hostname().equalsIgnoreCase(other.hostname())) {
      problems.add(
          sameNode(other, host)
              ? other.connection() + " and " + host.connection() + " are the same engine"
              : "another host, " + other.connection() + ", has the same name");
    }
    Duration skew = surelyApart(other, host);
    if (skew.compareTo(TOLERATED_SKEW) > 0) {
      problems.add(
          "its clock and that of " + other.name() + " are " + skew.toMillis() / 1e3 + " s apart");
    }
    String swarm = swarmId(host);
    String otherSwarm = swarmId(other);
    if (swarm != null && otherSwarm != null && !swarm.equals(otherSwarm)) {
      problems.add("it is in another swarm than " + other.name());
    }
  }

  private static boolean sameNode(HostCheck one, HostCheck two) {
    String id = one.info().id();
    return id != null && !id.isEmpty() && id.equals(two.info().id());
  }

  private static Duration surelyApart(HostCheck one, HostCheck two) {
    Duration a = one.clockSkew();
    Duration b = two.clockSkew();
    return a == null || b == null
        ? Duration.ZERO
        : a.minus(b).abs().minus(one.clockUncertainty()).minus(two.clockUncertainty());
  }

  /** Only managers know it. */
  private static @Nullable String swarmId(HostCheck host) {
    SwarmInfo swarm = host.info().swarm();
    Swarm cluster = swarm == null ? null : swarm.cluster();
    return cluster == null ? null : cluster.id();
  }
}
