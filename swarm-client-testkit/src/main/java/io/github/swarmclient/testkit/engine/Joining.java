package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an engine a node of a swarm. */
final class Joining {
  /** How long a request to join is held before the engine goes on in the background. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration REFUSAL = Duration.ofSeconds(10);
  private static final Duration RETRY = Duration.ofSeconds(1);
  static final Duration GREETING = Duration.ofMillis(300);

  private final Host host;
  private final ObjectNode request;
  private final String address;
  private final List<String> token;

  private Joining(Host host, ObjectNode request) {
    this.host = host;
    this.request = request;
    this.address = request.path("RemoteAddrs").path(0).asText("");
    this.token = List.of(Json.string(request, "JoinToken").split("-", -1));
  }

  static Reply join(Call call) {
    ObjectNode request = call.json();
    if (call.host().membership().state != Membership.State.INACTIVE) {
      throw SwarmEndpoints.alreadyInSwarm();
    }
    SwarmEndpoints.checkListenAddress(request);
    if (request.path("RemoteAddrs").isEmpty()) {
      throw EngineError.invalid("at least 1 RemoteAddr is required to join");
    }
    return new Joining(call.host(), request).attempt();
  }

  private Reply attempt() {
    if (token.size() != 4 || !token.get(0).equals("SWMTKN") || !token.get(1).equals("1")) {
      throw EngineError.of(500, "invalid join token");
    }
    Membership membership = host.membership();
    Cluster cluster = manager();
    if (cluster == null) {
      host.world().pass(REFUSAL);
      throw unreachable();
    }
    if (!cluster.raft.decides()) {
      membership.state = Membership.State.PENDING;
      tryAgain(++membership.attempt);
      host.world().pass(PATIENCE);
      if (membership.state == Membership.State.ACTIVE) {
        return Reply.empty(200);
      }
      throw EngineError.of(
          503,
          "Timeout was reached before node joined. The attempt to join the swarm will continue in"
              + " the background. Use the \"docker info\" command to see the current swarm status"
              + " of your node.");
    }
    EngineError refusal = refusal(cluster);
    if (refusal != null) {
      host.world().pass(REFUSAL);
      throw refusal;
    }
    enter(cluster);
    return Reply.empty(200);
  }

  /** What ends the attempt: an engine goes on by itself only with a manager that it has found. */
  private EngineError unreachable() {
    boolean here = host.world().hostAt(address) != null;
    return EngineError.of(
        503,
        "rpc error: code = Unavailable desc = connection error: desc = \"transport: Error while"
            + " dialing: dial tcp "
            + address
            + ": connect: "
            + (here ? "connection refused" : "no route to host")
            + "\"");
  }

  /** Returns the swarm that answers at the address, or null if none does. */
  private @Nullable Cluster manager() {
    Host remote = host.world().hostAt(address);
    if (remote == null || remote == host || !host.switches().reaches(remote) || !isManagersPort()) {
      return null;
    }
    Membership there = remote.membership();
    Cluster cluster = there.cluster;
    boolean serves = there.state == Membership.State.ACTIVE && there.isManager();
    return serves ? cluster : null;
  }

  /** Managers listen at 2377 here, whatever address they were told to listen at. */
  private boolean isManagersPort() {
    int colon = address.lastIndexOf(':');
    return colon < 0 || address.endsWith("]") || address.substring(colon + 1).equals("2377");
  }

  private @Nullable EngineError refusal(Cluster cluster) {
    if (!token.get(2).equals(cluster.swarm.fingerprint)) {
      return EngineError.of(
          500, "remote CA does not match fingerprint. Expected: " + Images.sha256(token.get(2)));
    }
    String secret = token.get(3);
    boolean known =
        secret.equals(cluster.swarm.workerSecret) || secret.equals(cluster.swarm.managerSecret);
    return known
        ? null
        : EngineError.of(
            500,
            "rpc error: code = InvalidArgument desc = A valid join token is necessary to join this"
                + " cluster");
  }

  private void tryAgain(long attempt) {
    // An engine that is started again goes on trying, as its state is on its disk.
    host.world()
        .time()
        .after(
            RETRY,
            () -> {
              Membership membership = host.membership();
              if (membership.attempt != attempt || membership.state != Membership.State.PENDING) {
                return;
              }
              Cluster cluster = host.isRunning() ? manager() : null;
              if (cluster == null || !cluster.raft.decides()) {
                tryAgain(attempt);
                return;
              }
              EngineError refusal = refusal(cluster);
              if (refusal != null) {
                membership.error = refusal.text();
              } else {
                enter(cluster);
              }
            });
  }

  private void enter(Cluster cluster) {
    boolean manager = token.get(3).equals(cluster.swarm.managerSecret);
    enter(host, cluster, manager, Json.string(request, "Availability"));
  }

  /**
   * Makes a host the first manager of a new swarm.
   *
   * @param spec null if nobody has said anything
   * @param pools likewise
   */
  static Node found(
      Host host, @Nullable ObjectNode spec, @Nullable ObjectNode pools, String availability) {
    Cluster cluster = new Cluster(host.world(), spec, pools);
    Node node = cluster.addNode(host, "manager", availability);
    node.manager = true;
    node.state = "ready";
    host.membership().become(cluster, node);
    cluster.raft.look();
    cluster.networks.create(null, true);
    cluster.emit("node", "create", node, Map.of());
    return node;
  }

  /** Makes a host a node, which is ready when it has said so, {@link #GREETING} later. */
  static void enter(Host host, Cluster cluster, boolean manager, String availability) {
    Node node = cluster.addNode(host, manager ? "manager" : "worker", availability);
    node.manager = manager;
    host.membership().become(cluster, node);
    cluster.raft.look();
    cluster.emit("node", "create", node, Map.of());
    cluster
        .world
        .time()
        .after(
            GREETING,
            () -> {
              if (node.alive()) {
                Power.turn(cluster, node, "ready", "");
              }
            });
  }
}
