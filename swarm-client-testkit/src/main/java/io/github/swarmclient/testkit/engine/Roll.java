package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.util.List;

/** How a new leader finds out which nodes there are: it knows nothing of them until they report. */
final class Roll {
  private static final Duration OWN_REPORT = Duration.ofMillis(300);
  private static final Duration REPORT = Duration.ofSeconds(3);

  /** How long a leader waits for a node it has not heard of. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Cluster cluster;

  Roll(Cluster cluster) {
    this.cluster = cluster;
  }

  void call(Node leader) {
    for (Node node : List.copyOf(cluster.nodes.values())) {
      if (!node.state.equals("down")) {
        Power.turn(
            cluster,
            node,
            "unknown",
            "Node moved to \"unknown\" state due to leadership change in cluster");
        cluster.world.time().after(node == leader ? OWN_REPORT : REPORT, () -> report(node));
        cluster.world.time().after(PATIENCE, () -> giveUp(node));
      }
    }
  }

  private static boolean isUnknown(Node node) {
    return node.state.equals("unknown");
  }

  private void report(Node node) {
    if (isUnknown(node) && node.alive() && cluster.raft.decides()) {
      Power.turn(cluster, node, "ready", "");
    }
  }

  private void giveUp(Node node) {
    if (isUnknown(node) && cluster.raft.decides()) {
      Power.turn(cluster, node, "down", "heartbeat failure for node in \"unknown\" state");
    }
  }
}
