package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The object that stands for the swarm itself: its spec, and the secrets that open it. */
final class SwarmState extends Stored {
  private final Ids ids;
  String fingerprint;
  private @Nullable ObjectNode spec;
  private @Nullable ObjectNode pools;
  String workerSecret;
  String managerSecret;
  String unlockKey = "";

  /** Whether nodes still get certificates of another root. */
  boolean rotating;

  /**
   * Makes a swarm.
   *
   * @param spec null if nobody has said anything; as no start needs it, it is made later then
   * @param pools likewise
   */
  SwarmState(World world, @Nullable ObjectNode spec, @Nullable ObjectNode pools) {
    super(world.ids().swarmId(), world.now());
    this.ids = world.ids();
    this.spec = spec;
    this.pools = pools;
    this.fingerprint = ids.fingerprint();
    this.workerSecret = ids.secret();
    this.managerSecret = ids.secret();
    if (spec != null) {
      followAutolock();
    }
  }

  ObjectNode spec() {
    if (spec == null) {
      spec = SwarmSpecs.defaults();
    }
    return spec;
  }

  void spec(ObjectNode changed) {
    spec = changed;
  }

  /** Returns from which addresses networks are made, and by which port hosts exchange packets. */
  ObjectNode pools() {
    if (pools == null) {
      pools = SwarmSpecs.pools();
    }
    return pools;
  }

  @Override
  String name() {
    return "default";
  }

  String workerToken() {
    return "SWMTKN-1-" + fingerprint + "-" + workerSecret;
  }

  String managerToken() {
    return "SWMTKN-1-" + fingerprint + "-" + managerSecret;
  }

  void rotateWorkerToken() {
    workerSecret = ids.secret();
  }

  void rotateManagerToken() {
    managerSecret = ids.secret();
  }

  void rotateUnlockKey() {
    if (autolocks()) {
      unlockKey = ids.unlockKey();
    }
  }

  /** Gives the swarm another root certificate, and with it other tokens. */
  void finishRotation() {
    rotating = false;
    fingerprint = ids.fingerprint();
    rotateWorkerToken();
    rotateManagerToken();
  }

  boolean autolocks() {
    return Json.flag(spec(), "EncryptionConfig", "AutoLockManagers");
  }

  /** There is an unlock key exactly as long as the managers lock themselves. */
  void followAutolock() {
    if (!autolocks()) {
      unlockKey = "";
    } else if (unlockKey.isEmpty()) {
      unlockKey = ids.unlockKey();
    }
  }

  /** Returns what {@code GET /info} shows: everything but the tokens. */
  ObjectNode info(Cluster cluster) {
    ObjectNode node = meta();
    node.set("Spec", spec().deepCopy());
    node.set("TLSInfo", cluster.tlsInfo());
    node.put("RootRotationInProgress", rotating);
    node.setAll(pools().deepCopy());
    return node;
  }

  ObjectNode json(Cluster cluster) {
    ObjectNode node = info(cluster);
    node.putObject("JoinTokens").put("Worker", workerToken()).put("Manager", managerToken());
    return node;
  }
}
