package io.github.swarmclient.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The groups of a partition: engines of one number see each other. */
final class Groups {
  private Groups() {}

  /**
   * Returns the number of each engine's group by its host name; 0 is of those in no group.
   *
   * @throws IllegalArgumentException if an engine is in two groups, or not of the cluster
   */
  static Map<String, Integer> of(SwarmCluster cluster, List<List<SwarmNode>> groups) {
    Map<String, Integer> sides = new LinkedHashMap<>();
    cluster.nodes().forEach(node -> sides.put(node.hostname(), 0));
    for (int i = 0; i < groups.size(); i++) {
      for (SwarmNode node : groups.get(i)) {
        if (!cluster.nodes().contains(node)) {
          throw new IllegalArgumentException(node.hostname() + " is not of this cluster");
        }
        Integer before = sides.put(node.hostname(), i + 1);
        if (!Objects.equals(before, 0)) {
          throw new IllegalArgumentException(node.hostname() + " is in two groups");
        }
      }
    }
    return sides;
  }

  /** Returns the addresses of the engines on other sides than a node's. */
  static List<String> beyond(SwarmCluster cluster, Map<String, Integer> sides, SwarmNode node) {
    Integer side = sides.get(node.hostname());
    return cluster.nodes().stream()
        .filter(other -> !Objects.equals(sides.get(other.hostname()), side))
        .map(SwarmNode::address)
        .toList();
  }
}
