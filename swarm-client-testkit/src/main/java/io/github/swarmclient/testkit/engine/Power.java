package io.github.swarmclient.testkit.engine;

import java.time.Duration;

/** What happens to a swarm when a host goes down, comes back, or leaves. */
final class Power {
  /** How long managers wait for a heartbeat before they give a node up. */
  private static final Duration PATIENCE = Duration.ofMillis(12_600);

  private static final Duration START_UP = Duration.ofMillis(700);

  private Power() {}

  static void cut(Host host) {
    host.containers().values().forEach(container -> container.kill(host.world().now()));
    Membership membership = host.membership();
    Cluster cluster = membership.cluster;
    Node node = membership.node();
    if (cluster != null && node != null) {
      cluster.elect();
      missed(cluster, node);
    }
  }

  /** Lets the managers find out, in their own time, that a node no longer reports. */
  static void missed(Cluster cluster, Node node) {
    cluster
        .world
        .time()
        .after(
            PATIENCE,
            () -> {
              if (!node.alive() && !node.state.equals("down")) {
                turn(cluster, node, "down", "heartbeat failure");
              }
            });
  }

  static void turn(Cluster cluster, Node node, String state, String message) {
    String before = node.state;
    node.state = state;
    node.message = message;
    cluster.touch(node);
    cluster.emit("node", "update", node, java.util.Map.of("state.old", before, "state.new", state));
  }

  static void restored(Host host) {
    Membership membership = host.membership();
    Cluster cluster = membership.cluster;
    Node node = membership.node();
    if (cluster == null || node == null) {
      return;
    }
    if (node.manager && cluster.swarm.autolocks()) {
      membership.state = Membership.State.LOCKED;
      return;
    }
    rejoin(host, cluster, node);
  }

  /** Lets a node that was down report again. */
  static void rejoin(Host host, Cluster cluster, Node node) {
    cluster.elect();
    long run = host.run();
    cluster
        .world
        .time()
        .after(
            START_UP,
            () -> {
              if (host.isRunning(run) && node.alive()) {
                turn(cluster, node, "ready", "");
                cluster.agent.tasksLost(node);
              }
            });
  }
}
