package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;

/** Makes a swarm, and changes what it is as a whole. */
final class SwarmEndpoints {
  /** Embedded hosts have two network interfaces. */
  private static final String LISTEN = "([0-9.]+|\\[?[0-9a-fA-F:]+]?|eth0|lo)(:\\d{1,5})?";

  private static final long HOUR = Duration.ofHours(1).toNanos();

  private static final Duration ROTATION = Duration.ofSeconds(2);

  private SwarmEndpoints() {}

  static void register(Router router) {
    router.add("POST", "/swarm/init", SwarmEndpoints::init);
    router.add("POST", "/swarm/join", Joining::join);
    router.add("POST", "/swarm/leave", Leaving::leave);
    router.add("GET", "/swarm", SwarmEndpoints::inspect);
    router.add("POST", "/swarm/update", SwarmEndpoints::update);
    router.add("GET", "/swarm/unlockkey", SwarmEndpoints::unlockKey);
    router.add("POST", "/swarm/unlock", SwarmEndpoints::unlock);
  }

  static EngineError alreadyInSwarm() {
    return EngineError.of(
        503,
        "This node is already part of a swarm. Use \"docker swarm leave\" to leave this swarm and"
            + " join another one.");
  }

  static void checkListenAddress(JsonNode request) {
    String address = Json.string(request, "ListenAddr");
    if (address.isEmpty()) {
      throw EngineError.invalid("invalid ListenAddr \"\": invalid empty address");
    }
    if (!address.matches(LISTEN)) {
      throw EngineError.invalid(
          "listen address must be an IP address or network interface (with optional port number)");
    }
  }

  private static Reply init(Call call) {
    ObjectNode request = call.json();
    Host host = call.host();
    Membership membership = host.membership();
    boolean anew = Json.flag(request, "ForceNewCluster");
    if (membership.state != Membership.State.INACTIVE && !anew) {
      throw alreadyInSwarm();
    }
    checkListenAddress(request);
    ObjectNode spec = SwarmSpecs.initial(request.path("Spec"));
    if (Json.flag(request, "AutoLockManagers")) {
      spec.putObject("EncryptionConfig").put("AutoLockManagers", true);
    }
    Cluster survivor = membership.cluster;
    Node self = membership.node();
    if (anew && survivor != null && self != null) {
      return alone(survivor, self);
    }
    Node node =
        Joining.found(host, spec, pools(call, request), Json.string(request, "Availability"));
    return Reply.ok(TextNode.valueOf(node.id));
  }

  /** Makes the caller the only manager; everything else of the swarm stays. */
  private static Reply alone(Cluster cluster, Node self) {
    for (Node node : cluster.managers()) {
      if (node != self) {
        node.manager = false;
        node.spec().put("Role", "worker");
        cluster.touch(node);
      }
    }
    cluster.raft.look();
    return Reply.ok(TextNode.valueOf(self.id));
  }

  private static ObjectNode pools(Call call, JsonNode request) {
    ObjectNode pools = SwarmSpecs.pools();
    JsonNode asked = request.path("DefaultAddrPool");
    if (!call.before(39) && !asked.isEmpty()) {
      pools.set("DefaultAddrPool", asked);
    }
    long size = call.before(39) ? 0 : Json.number(request, 0, "SubnetSize");
    if (size != 0) {
      pools.put("SubnetSize", (int) size);
    }
    long port = call.before(40) ? 0 : Json.number(request, 0, "DataPathPort");
    if (port != 0 && (port < 1024 || port > 49151)) {
      throw EngineError.invalid("invalid DataPathPort: " + port);
    }
    if (port != 0) {
      pools.put("DataPathPort", (int) port);
    }
    return pools;
  }

  private static Reply inspect(Call call) {
    Cluster cluster = call.cluster();
    return Reply.ok(cluster.swarm.json(cluster));
  }

  private static Reply update(Call call) {
    ObjectNode spec = call.json();
    long version = call.query().version("swarm");
    boolean worker = rotate(call, "rotateWorkerToken");
    boolean manager = rotate(call, "rotateManagerToken");
    boolean key = rotate(call, "rotateManagerUnlockKey");
    Cluster cluster = call.cluster();
    SwarmSpecs.checkName(spec);
    ObjectNode complete = SwarmSpecs.complete(spec);
    if (Json.number(complete, HOUR, "CAConfig", "NodeCertExpiry") < HOUR) {
      throw EngineError.invalidArgument("minimum certificate expiry time is: 1h0m0s");
    }
    Cluster.expectVersion(cluster.swarm, version);
    boolean rotates = rotations(complete) != rotations(cluster.swarm.spec());
    cluster.swarm.spec(complete);
    if (rotates) {
      cluster.swarm.rotating = true;
      awaitCertificates(cluster);
    }
    cluster.swarm.followAutolock();
    if (worker) {
      cluster.swarm.rotateWorkerToken();
    }
    if (manager) {
      cluster.swarm.rotateManagerToken();
    }
    if (key) {
      cluster.swarm.rotateUnlockKey();
    }
    cluster.touch(cluster.swarm);
    return Reply.empty(200);
  }

  /** The new root holds once every node has a certificate of it, for which it has to be there. */
  private static void awaitCertificates(Cluster cluster) {
    cluster
        .world
        .time()
        .after(
            ROTATION,
            () -> {
              if (!cluster.swarm.rotating) {
                return;
              }
              if (cluster.nodes.values().stream().allMatch(Node::alive)) {
                cluster.swarm.finishRotation();
                cluster.touch(cluster.swarm);
              } else {
                awaitCertificates(cluster);
              }
            });
  }

  private static long rotations(JsonNode spec) {
    return Json.number(spec, 0, "CAConfig", "ForceRotate");
  }

  private static boolean rotate(Call call, String name) {
    return call.query().strict(name, "invalid value for " + name + ": " + call.query().get(name));
  }

  private static Reply unlockKey(Call call) {
    return Reply.ok(Json.object().put("UnlockKey", call.cluster().swarm.unlockKey));
  }

  private static Reply unlock(Call call) {
    ObjectNode request = call.json();
    Membership membership = call.host().membership();
    Cluster cluster = membership.cluster;
    if (membership.state == Membership.State.ACTIVE && membership.isManager()) {
      throw EngineError.of(409, "swarm is not locked");
    }
    Node node = membership.node();
    if (membership.state != Membership.State.LOCKED || cluster == null || node == null) {
      membership.controlled();
      throw EngineError.of(409, "swarm is not locked");
    }
    if (!Json.string(request, "UnlockKey").equals(cluster.swarm.unlockKey)) {
      throw EngineError.of(401, "swarm could not be unlocked: invalid key provided");
    }
    membership.become(cluster, node);
    Power.rejoin(call.host(), cluster, node);
    return Reply.empty(200);
  }
}
