package io.github.swarmclient.testkit.engine;

/** Ends an engine's part in a swarm. */
final class Leaving {
  private Leaving() {}

  static Reply leave(Call call) {
    Host host = call.host();
    Membership membership = host.membership();
    boolean force = call.query().lenient("force");
    if (membership.state == Membership.State.INACTIVE) {
      throw EngineError.of(503, "This node is not part of a swarm");
    }
    if (membership.state == Membership.State.LOCKED && !force) {
      throw EngineError.of(
          503,
          "Swarm is encrypted and locked. Please unlock it first or use `--force` to ignore this"
              + " message.");
    }
    Cluster cluster = membership.cluster;
    Node node = membership.node();
    if (cluster != null && node != null && node.manager && !force) {
      throw EngineError.of(503, warning(cluster));
    }
    host.containers().values().forEach(container -> container.kill(host.world().now()));
    host.containers().clear();
    membership.clear();
    if (cluster != null && node != null) {
      cluster.raft.look();
      Power.missed(cluster, node);
    }
    host.world().changed();
    return Reply.empty(200);
  }

  private static String warning(Cluster cluster) {
    String text =
        "You are attempting to leave the swarm on a node that is participating as a manager. ";
    int managers = cluster.managers().size();
    long reachable = cluster.aliveManagers();
    boolean fatal = cluster.raft.decides() && (reachable - 1) * 2 <= managers;
    if (fatal && managers == 1) {
      return text
          + "Removing the last manager erases all current state of the swarm. Use `--force` to"
          + " ignore this message. ";
    }
    if (fatal) {
      text +=
          "Removing this node leaves "
              + (reachable - 1)
              + " managers out of "
              + managers
              + ". Without a Raft quorum your swarm will be inaccessible. ";
    }
    return text
        + "The only way to restore a swarm that has lost consensus is to reinitialize it with"
        + " `--force-new-cluster`. Use `--force` to suppress this message.";
  }
}
