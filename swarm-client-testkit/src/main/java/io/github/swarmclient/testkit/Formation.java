package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmFormation;
import java.util.ArrayList;
import java.util.List;

/**
 * Which engines of a cluster are the managers and workers of its swarm.
 *
 * @param managers their host names
 * @param workers their host names
 */
record Formation(List<String> managers, List<String> workers) {

  static Formation of(int managers, int workers) {
    return new Formation(names(1, managers), names(managers + 1, workers));
  }

  private static List<String> names(int first, int count) {
    List<String> names = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      names.add((number < 10 ? "docker0" : "docker") + number);
    }
    return List.copyOf(names);
  }

  boolean isEmpty() {
    return managers.isEmpty();
  }

  List<String> names() {
    List<String> names = new ArrayList<>(managers);
    names.addAll(workers);
    return names;
  }

  /** Makes the engines one swarm, if any were asked for; what is right already stays. */
  void form(SwarmCluster cluster) {
    if (isEmpty()) {
      return;
    }
    try (Clients clients = new Clients()) {
      List<SwarmClient> others = clients.connect(cluster, managers.subList(1, managers.size()));
      List<SwarmClient> hands = clients.connect(cluster, workers);
      SwarmNode first = cluster.node(managers.get(0));
      SwarmFormation.on(clients.connect(cluster, List.of(first.hostname())).get(0))
          .advertiseAddr(first.address())
          .managers(others.toArray(SwarmClient[]::new))
          .workers(hands.toArray(SwarmClient[]::new))
          .form();
    }
  }

  /** Clients that are closed together. */
  private static final class Clients implements AutoCloseable {
    private final List<SwarmClient> open = new ArrayList<>();

    List<SwarmClient> connect(SwarmCluster cluster, List<String> hostnames) {
      List<SwarmClient> clients =
          hostnames.stream().map(hostname -> SwarmVerbs.direct(cluster.node(hostname))).toList();
      open.addAll(clients);
      return clients;
    }

    @Override
    public void close() {
      open.forEach(SwarmClient::close);
    }
  }
}
