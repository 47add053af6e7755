package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The object that stands for the swarm itself: its spec, and the secrets that open it. */
final class SwarmState extends Stored {
  private final Ids ids;
  String fingerprint;
  ObjectNode spec;
  String workerSecret;
  String managerSecret;
  String unlockKey = "";
  ObjectNode pools = Json.object();

  /** Whether nodes still get certificates of another root. */
  boolean rotating;

  SwarmState(World world, ObjectNode spec) {
    super(world.ids().swarmId(), world.now());
    this.ids = world.ids();
    this.spec = spec;
    this.fingerprint = ids.fingerprint();
    this.workerSecret = ids.secret();
    this.managerSecret = ids.secret();
    followAutolock();
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
    return Json.flag(spec, "EncryptionConfig", "AutoLockManagers");
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
    node.set("Spec", spec.deepCopy());
    node.set("TLSInfo", cluster.tlsInfo());
    node.put("RootRotationInProgress", rotating);
    node.setAll(pools.deepCopy());
    return node;
  }

  ObjectNode json(Cluster cluster) {
    ObjectNode node = info(cluster);
    node.putObject("JoinTokens").put("Worker", workerToken()).put("Manager", managerToken());
    return node;
  }
}
