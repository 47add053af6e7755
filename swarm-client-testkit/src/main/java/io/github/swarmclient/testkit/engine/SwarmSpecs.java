package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The spec of a swarm, and what it is where nobody has said anything. */
final class SwarmSpecs {
  private SwarmSpecs() {}

  static ObjectNode defaults() {
    ObjectNode spec = Json.object();
    spec.put("Name", "default");
    spec.putObject("Labels");
    spec.putObject("Orchestration").put("TaskHistoryRetentionLimit", 5);
    spec.putObject("Raft")
        .put("SnapshotInterval", 10000)
        .put("KeepOldSnapshots", 0)
        .put("LogEntriesForSlowFollowers", 500)
        .put("ElectionTick", 10)
        .put("HeartbeatTick", 1);
    spec.putObject("Dispatcher").put("HeartbeatPeriod", 5_000_000_000L);
    spec.putObject("CAConfig").put("NodeCertExpiry", 7_776_000_000_000_000L);
    spec.putObject("TaskDefaults");
    spec.putObject("EncryptionConfig").put("AutoLockManagers", false);
    return spec;
  }

  /** Returns from which addresses networks are made, and by which port hosts exchange packets. */
  static ObjectNode pools() {
    ObjectNode pools = Json.object();
    pools.set("DefaultAddrPool", Json.array().add("10.0.0.0/8"));
    return pools.put("SubnetSize", 24).put("DataPathPort", 4789);
  }

  static void checkName(JsonNode spec) {
    String name = Json.string(spec, "Name");
    if (!name.isEmpty() && !name.equals("default")) {
      throw EngineError.invalid("swarm spec must be named \"default\"");
    }
  }

  /** Returns the defaults with what {@code asked} says instead of them. */
  static ObjectNode initial(JsonNode asked) {
    checkName(asked);
    ObjectNode spec = defaults();
    overlay(spec, asked);
    return spec;
  }

  private static void overlay(ObjectNode target, JsonNode asked) {
    for (Map.Entry<String, JsonNode> member : asked.properties()) {
      JsonNode value = member.getValue();
      if (value.isObject() && target.get(member.getKey()) instanceof ObjectNode inner) {
        overlay(inner, value);
      } else if (!value.isNull() && !(value.isNumber() && value.asDouble() == 0)) {
        target.set(member.getKey(), value);
      }
    }
  }

  /** Returns a spec that was sent to replace another: zeros in it stand for the defaults. */
  static ObjectNode complete(JsonNode sent) {
    ObjectNode spec = initial(sent);
    if (sent.path("Labels").isObject()) {
      spec.set("Labels", sent.path("Labels").deepCopy());
    }
    JsonNode history = Json.at(sent, "Orchestration", "TaskHistoryRetentionLimit");
    if (history.isNumber()) {
      Json.child(spec, "Orchestration").set("TaskHistoryRetentionLimit", history);
    }
    Json.child(spec, "CAConfig").remove("SigningCAKey");
    // Nobody is told of the log driver.
    spec.putObject("TaskDefaults");
    return spec;
  }
}
