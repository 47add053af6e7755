package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service of a swarm: the spec it was given, and what the swarm made of it. */
final class Service extends Stored {
  ObjectNode spec;
  @Nullable ObjectNode previousSpec;
  String registryAuth;
  String previousAuth = "";

  /** The version at which the spec was last written; other writes leave it alone. */
  long specVersion;

  ArrayNode ports = Json.array();
  ArrayNode virtualIps = Json.array();
  boolean allocated;

  @Nullable ObjectNode updateStatus;
  @Nullable Rollout rollout;

  /** How often the job was run again. */
  long iteration;

  Instant lastExecution;

  Service(String id, Instant now, ObjectNode spec, String registryAuth) {
    super(id, now);
    this.spec = spec;
    this.registryAuth = registryAuth;
    this.lastExecution = now;
  }

  @Override
  String name() {
    return Json.string(spec, "Name");
  }

  ObjectNode labels() {
    return Json.child(spec, "Labels");
  }

  ObjectNode taskSpec() {
    return Json.child(spec, "TaskTemplate");
  }

  /** Returns the mode: the name of the one member that {@code Mode} has. */
  static String mode(JsonNode spec) {
    for (String mode : new String[] {"Global", "ReplicatedJob", "GlobalJob"}) {
      if (!Json.at(spec, "Mode", mode).isMissingNode()) {
        return mode;
      }
    }
    return "Replicated";
  }

  String mode() {
    return mode(spec);
  }

  boolean job() {
    return mode().endsWith("Job");
  }

  boolean global() {
    return mode().startsWith("Global");
  }

  long replicas() {
    return Json.number(spec, 1, "Mode", "Replicated", "Replicas");
  }

  boolean publishesThroughMesh() {
    for (JsonNode port : ports) {
      if (!Json.string(port, "PublishMode").equals("host")) {
        return true;
      }
    }
    return false;
  }

  String updateState() {
    return updateStatus == null ? "" : Json.string(updateStatus, "State");
  }

  /** Returns what an event says of how the update goes on. */
  Map<String, String> updateStateSince(String before) {
    String now = updateState();
    return before.isEmpty()
        ? Map.of("updatestate.new", now)
        : Map.of("updatestate.old", before, "updatestate.new", now);
  }

  boolean rollingBack() {
    return updateState().startsWith("rollback");
  }

  /** Returns whether the update has stopped until the service is written again. */
  boolean updatePaused() {
    return updateState().equals("paused") || updateState().equals("rollback_paused");
  }

  ObjectNode json() {
    ObjectNode node = meta();
    node.set("Spec", spec.deepCopy());
    if (previousSpec != null) {
      node.set("PreviousSpec", previousSpec.deepCopy());
    }
    node.set("Endpoint", endpoint());
    if (updateStatus != null) {
      node.set("UpdateStatus", updateStatus.deepCopy());
    }
    if (job()) {
      ObjectNode status = node.putObject("JobStatus");
      ObjectNode version = status.putObject("JobIteration");
      if (iteration > 0) {
        version.put("Index", iteration);
      }
      status.put("LastExecution", Json.time(lastExecution));
    }
    return node;
  }

  private ObjectNode endpoint() {
    ObjectNode endpoint = Json.object();
    ObjectNode copy = endpoint.putObject("Spec");
    if (allocated && spec.get("EndpointSpec") instanceof ObjectNode there) {
      copy.setAll(there.deepCopy());
    }
    if (!ports.isEmpty()) {
      endpoint.set("Ports", ports.deepCopy());
    }
    if (!virtualIps.isEmpty()) {
      endpoint.set("VirtualIPs", virtualIps.deepCopy());
    }
    return endpoint;
  }
}
