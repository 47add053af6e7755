package io.github.swarmclient.examples;

import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.testkit.SwarmNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which replica answered how often, for each node that was asked. */
final class Answers {
  /** So many requests in vain say all there is to say of a node, and each takes its time. */
  private static final int IN_VAIN = 5;

  private final List<ServiceTask> replicas;
  private final Map<String, Map<String, Integer>> byNode = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  Answers(List<ServiceTask> replicas) {
    this.replicas = replicas;
  }

  /**
   * Asks a node that many times, each time on a connection of its own: the mesh balances
   * connections, so that a client that keeps one alive always gets the same replica.
   */
  void ask(SwarmNode node, int port, int requests) {
    Map<String, Integer> counts =
        byNode.computeIfAbsent(node.hostname(), host -> new LinkedHashMap<>());
    int inVain = 0;
    for (int i = 0; i < requests && inVain < IN_VAIN; i++) {
      try {
        counts.merge(node.fetch(port, "/").strip(), 1, Integer::sum);
      } catch (IOException e) {
        failures.add(node.hostname() + ": " + e.getMessage());
        inVain++;
      }
    }
  }

  /** Returns how often a replica answered at a node. */
  int of(ServiceTask replica, String node) {
    return byNode.getOrDefault(node, Map.of()).getOrDefault(replica.id(), 0);
  }

  int of(ServiceTask replica) {
    return byNode.keySet().stream().mapToInt(node -> of(replica, node)).sum();
  }

  /** Returns how many answers there were, of replicas and of whatever else. */
  int total() {
    return byNode.values().stream()
        .flatMap(counts -> counts.values().stream())
        .mapToInt(count -> count)
        .sum();
  }

  /** Returns how many answers came from none of the replicas. */
  int strange() {
    return total() - replicas.stream().mapToInt(this::of).sum();
  }

  /** Returns what the requests without an answer ended with. */
  List<String> failures() {
    return failures;
  }

  /** Returns the replicas that did not answer at a node. */
  List<ServiceTask> silentAt(String node) {
    return replicas.stream().filter(replica -> of(replica, node) == 0).toList();
  }

  /** Returns a line for each replica. */
  String table() {
    return replicas.stream().map(this::row).collect(Collectors.joining("\n"));
  }

  private String row(ServiceTask replica) {
    String counts =
        byNode.keySet().stream()
            .map(node -> node + " " + of(replica, node))
            .collect(Collectors.joining(", "));
    return "%s (%s) on %s: %d answers, by way of %s"
        .formatted(replica.name(), replica.id(), replica.node(), of(replica), counts);
  }

  /**
   * Returns a line for each replica that did not answer everywhere, with what may be the reason.
   */
  String silence() {
    return replicas.stream()
        .filter(replica -> byNode.keySet().stream().anyMatch(node -> of(replica, node) == 0))
        .map(replica -> replica + " was silent: " + reason(replica))
        .collect(Collectors.joining("\n"));
  }

  /** From where a replica can be heard tells what is in the way. */
  private String reason(ServiceTask replica) {
    if (of(replica) == 0) {
      return "nothing of it came by way of any node; look whether it serves, by its log";
    }
    List<String> deaf = byNode.keySet().stream().filter(node -> of(replica, node) == 0).toList();
    if (deaf.stream().allMatch(node -> silentAt(node).size() == replicas.size())) {
      return "as all are at "
          + deaf
          + "; their kernels may lack IPVS, or a firewall closes the port";
    }
    return "at %s, but not elsewhere; between there and %s UDP 4789 and TCP and UDP 7946 have to be open"
        .formatted(deaf, replica.node());
  }
}
