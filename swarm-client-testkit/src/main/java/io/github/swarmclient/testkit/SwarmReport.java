package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import java.util.function.Supplier;

/** What there is to see of a cluster when a test has failed. */
final class SwarmReport {
  private final StringBuilder text = new StringBuilder();

  private SwarmReport() {}

  static String of(SwarmCluster cluster) {
    SwarmReport report = new SwarmReport();
    report.swarm(cluster);
    report.section("last requests", () -> String.join("\n", cluster.lastRequests()));
    for (SwarmNode node : cluster.nodes()) {
      report.section("log of " + node.hostname(), node::engineLogs);
    }
    return report.text.toString();
  }

  private void swarm(SwarmCluster cluster) {
    try (SwarmClient swarm = SwarmVerbs.direct(cluster)) {
      section("nodes", () -> swarm.nodes().list().pretty());
      section("services", () -> swarm.services().list().pretty());
      section("tasks", () -> tasks(swarm));
    } catch (RuntimeException e) {
      // Whatever is broken, the rest is worth reading all the more.
      section("swarm", () -> Failures.reason(e));
    }
  }

  private static String tasks(SwarmClient swarm) {
    StringBuilder tables = new StringBuilder();
    swarm.services().list().stream()
        .map(service -> String.valueOf(service.id()))
        .forEach(service -> tables.append(swarm.services().tasks(service).pretty()).append('\n'));
    return tables.toString();
  }

  private void section(String title, Supplier<String> content) {
    String shown;
    try {
      shown = content.get().strip();
    } catch (RuntimeException e) {
      shown = "cannot be had: " + Failures.reason(e);
    }
    text.append("── ").append(title).append(" ──\n").append(shown).append("\n\n");
  }
}
