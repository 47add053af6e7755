package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.util.function.Consumer;

/** What happens to a swarm when a host goes down, comes back, or leaves. */
final class Power {
  /** How long managers wait for a heartbeat before they give a node up. */
  private static final Duration PATIENCE = Duration.ofMillis(12_600);

  private static final Duration START_UP = Duration.ofMillis(700);

  private Power() {}

  static void cut(Host host) {
    host.containers().values().forEach(container -> container.kill(host.world().now()));
    lost(host);
  }

  /** Lets a swarm do without a host that it no longer reaches. */
  static void lost(Host host) {
    Membership membership = host.membership();
    Cluster cluster = membership.cluster;
    Node node = membership.node();
    if (cluster != null && node != null) {
      cluster.raft.look();
      missed(cluster, node);
    }
  }

  /** Lets a host take part again that was there all the time, with its containers. */
  static void found(Host host) {
    Membership membership = host.membership();
    Cluster cluster = membership.cluster;
    Node node = membership.node();
    if (cluster != null && node != null && membership.state == Membership.State.ACTIVE) {
      rejoin(host, cluster, node, cluster.agent::resume);
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
              if (node.alive() || !node.ready()) {
                return;
              }
              if (cluster.raft.decides()) {
                turn(cluster, node, "down", "heartbeat failure");
              } else {
                missed(cluster, node);
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
    rejoin(host, cluster, node, cluster.agent::tasksLost);
  }

  private static void rejoin(Host host, Cluster cluster, Node node, Consumer<Node> tasks) {
    cluster.raft.look();
    long run = host.run();
    cluster
        .world
        .time()
        .after(
            START_UP,
            () -> {
              if (host.isRunning(run) && node.alive()) {
                turn(cluster, node, "ready", "");
                tasks.accept(node);
              }
            });
  }
}
