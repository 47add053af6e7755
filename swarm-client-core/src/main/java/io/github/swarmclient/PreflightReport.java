package io.github.swarmclient;

import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.internal.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a {@link Preflight} found out. Immutable. */
public final class PreflightReport {
  private final List<HostCheck> hosts;

  PreflightReport(List<HostCheck> hosts) {
    this.hosts = List.copyOf(hosts);
  }

  /** Returns the hosts in the order in which they were given. */
  public List<HostCheck> hosts() {
    return hosts;
  }

  /**
   * Returns whether nothing is known to be wrong. That is less than that all is well: what could
   * not be verified, such as UDP ports, says so in its {@link PortCheck}.
   */
  public boolean ok() {
    return problems().isEmpty();
  }

  /** Returns what is known to be wrong, each with the host's name. */
  public List<String> problems() {
    return hosts.stream()
        .flatMap(host -> host.problems().stream().map(problem -> host.name() + ": " + problem))
        .toList();
  }

  /** Returns the report as a person reads it: the hosts, their ports, the problems. */
  public String pretty() {
    Table table = new Table("HOST", "ENGINE", "API", "PLATFORM", "CLOCK", "SWARM");
    Table ports = new Table("HOST", "PORT", "OUTCOME", "MEANING");
    for (HostCheck host : hosts) {
      table.row(
          host.name(),
          host.engineVersion(),
          String.valueOf(host.apiVersion()),
          host.platform(),
          clock(host),
          String.valueOf(host.swarmState()));
      for (PortCheck port : host.ports()) {
        ports.row(
            host.name(),
            port.port() + "/" + port.protocol(),
            port.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            port.reason());
      }
    }
    StringBuilder text = new StringBuilder().append(table).append('\n').append(ports).append('\n');
    if (ok()) {
      text.append("nothing is known to be wrong\n");
    }
    problems().forEach(problem -> text.append(Text.printable(problem)).append('\n'));
    return text.toString();
  }

  private static String clock(HostCheck host) {
    Duration skew = host.clockSkew();
    return skew == null
        ? "unknown"
        : String.format(
            Locale.ROOT, "%+.3fs ±%.3fs", seconds(skew), seconds(host.clockUncertainty()));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** Returns {@link #pretty()}. */
  @Override
  public String toString() {
    return pretty();
  }
}
