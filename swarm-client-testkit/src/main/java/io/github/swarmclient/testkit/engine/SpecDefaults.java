package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What an engine adds to a service spec: when it is stored, and when defaults are asked for. */
final class SpecDefaults {
  private SpecDefaults() {}

  /** Adds what any spec has gained, or lost, once it comes back from the store. */
  static void complete(ObjectNode spec) {
    removeNulls(spec);
    Json.child(spec, "Labels");
    ObjectNode task = Json.child(spec, "TaskTemplate");
    ObjectNode container = Json.child(task, "ContainerSpec");
    dropEmpty(container);
    orElse(container, "Isolation", "default");
    container.path("Secrets").forEach(SpecDefaults::reference);
    container.path("Configs").forEach(SpecDefaults::reference);
    if (!task.has("ForceUpdate")) {
      task.put("ForceUpdate", 0);
    }
    orElse(task, "Runtime", "container");
    dropZeros(task.path("Placement"), "MaxReplicas");
    dropZeros(Json.at(task, "Resources", "Limits"), "NanoCPUs", "MemoryBytes", "Pids");
    dropZeros(Json.at(task, "Resources", "Reservations"), "NanoCPUs", "MemoryBytes");
    if (task.get("RestartPolicy") instanceof ObjectNode policy) {
      orElse(policy, "Condition", "any");
      if (!policy.has("MaxAttempts")) {
        policy.put("MaxAttempts", 0);
      }
    }
    mode(spec);
    update(spec, "UpdateConfig");
    update(spec, "RollbackConfig");
    if (spec.get("EndpointSpec") instanceof ObjectNode endpoint) {
      orElse(endpoint, "Mode", "vip");
      endpoint.path("Ports").forEach(SpecDefaults::port);
    }
  }

  private static void removeNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (object.path(name).isNull()) {
          object.remove(name);
        }
      }
    }
    node.forEach(SpecDefaults::removeNulls);
  }

  /** Go leaves out what is empty; objects it points to stay, even if they are. */
  private static void dropEmpty(ObjectNode container) {
    List<String> names = new ArrayList<>();
    container.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode value = container.path(name);
      boolean empty =
          (value.isArray() && value.isEmpty())
              || (value.isTextual() && value.asText().isEmpty())
              || (value.isBoolean() && !value.asBoolean() && !name.equals("Init"))
              || (name.equals("Labels") && value.isEmpty());
      if (empty) {
        container.remove(name);
      }
    }
  }

  private static void dropZeros(JsonNode node, String... names) {
    if (node instanceof ObjectNode object) {
      for (String name : names) {
        if (object.path(name).isNumber() && object.path(name).asLong() == 0) {
          object.remove(name);
        }
      }
    }
  }

  private static void reference(JsonNode reference) {
    if (reference.get("File") instanceof ObjectNode file) {
      for (String name : new String[] {"Name", "UID", "GID"}) {
        if (!file.has(name)) {
          file.put(name, "");
        }
      }
      if (!file.has("Mode")) {
        file.put("Mode", 0);
      }
    }
  }

  private static void mode(ObjectNode spec) {
    ObjectNode mode = Json.child(spec, "Mode");
    if (mode.get("ReplicatedJob") instanceof ObjectNode job) {
      if (!job.has("MaxConcurrent")) {
        job.put("MaxConcurrent", 1);
      }
      if (!job.has("TotalCompletions")) {
        job.set("TotalCompletions", job.get("MaxConcurrent"));
      }
    } else if (!mode.has("Global") && !mode.has("GlobalJob")) {
      ObjectNode replicated = Json.child(mode, "Replicated");
      if (!replicated.has("Replicas")) {
        replicated.put("Replicas", 1);
      }
    }
  }

  private static void update(ObjectNode spec, String name) {
    if (spec.get(name) instanceof ObjectNode config) {
      // Zero, that is all at once: what a config that says nothing else of it really means.
      if (!config.has("Parallelism")) {
        config.put("Parallelism", 0);
      }
      dropZeros(config, "Delay", "Monitor");
      orElse(config, "FailureAction", "pause");
      if (!config.has("MaxFailureRatio")) {
        config.put("MaxFailureRatio", 0);
      }
      orElse(config, "Order", "stop-first");
    }
  }

  private static void port(JsonNode node) {
    if (node instanceof ObjectNode port) {
      orElse(port, "Protocol", "tcp");
      orElse(port, "PublishMode", "ingress");
    }
  }

  private static void orElse(ObjectNode node, String name, String value) {
    if (Json.string(node, name).isEmpty()) {
      node.put(name, value);
    }
  }

  /** Fills in what the swarm does where a spec says nothing. */
  static void insert(ObjectNode spec) {
    ObjectNode task = Json.child(spec, "TaskTemplate");
    ObjectNode container = Json.child(task, "ContainerSpec");
    if (!container.has("StopGracePeriod")) {
      container.put("StopGracePeriod", 10_000_000_000L);
    }
    Json.child(container, "DNSConfig");
    Json.child(task, "Resources");
    ObjectNode policy = Json.child(task, "RestartPolicy");
    orElse(policy, "Condition", "any");
    if (!policy.has("Delay")) {
      policy.put("Delay", 5_000_000_000L);
    }
    if (!policy.has("MaxAttempts")) {
      policy.put("MaxAttempts", 0);
    }
    Json.child(task, "Placement");
    rollout(spec, "UpdateConfig");
    rollout(spec, "RollbackConfig");
    Json.child(spec, "EndpointSpec");
  }

  private static void rollout(ObjectNode spec, String name) {
    boolean given = spec.get(name) instanceof ObjectNode;
    ObjectNode config = Json.child(spec, name);
    if (!given) {
      config.put("Parallelism", 1);
    }
    update(spec, name);
    if (!config.has("Monitor")) {
      config.put("Monitor", 5_000_000_000L);
    }
  }
}
