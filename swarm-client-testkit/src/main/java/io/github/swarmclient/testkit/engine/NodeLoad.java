package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a node has to do already, as the scheduler counts it. */
final class NodeLoad {
  final Node node;

  /** Its place among the nodes, which decides between equals. */
  final int place;

  private final Instant now;

  private final Map<String, Integer> byService = new HashMap<>();
  private final Map<String, List<String>> named = new HashMap<>();
  private final Map<String, Long> discrete = new HashMap<>();
  private final Set<String> ports = new HashSet<>();
  private int tasks;
  private long nanoCpus;
  private long memory;

  NodeLoad(Node node, int place, Instant now) {
    this.node = node;
    this.place = place;
    this.now = now;
    this.nanoCpus = node.host.settings().nanoCpus();
    this.memory = node.host.settings().memory();
    for (GenericResource each : node.host.settings().genericResources()) {
      if (each.name().isEmpty()) {
        discrete.merge(each.kind(), each.count(), Long::sum);
      } else {
        named.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each.name());
      }
    }
  }

  void add(Task task) {
    JsonNode reserved = reservations(task.spec);
    if (!reserved.isMissingNode()) {
      nanoCpus -= Json.number(reserved, 0, "NanoCPUs");
      memory -= Json.number(reserved, 0, "MemoryBytes");
      task.genericResources.forEach(this::take);
    }
    if (task.endpointSpec != null) {
      ports.addAll(hostPorts(task));
    }
    if (!task.desired.after(TaskState.COMPLETE)) {
      tasks++;
      byService.merge(task.serviceId, 1, Integer::sum);
    }
  }

  private void take(JsonNode assigned) {
    JsonNode name = assigned.path("NamedResourceSpec");
    if (name.isObject()) {
      named
          .getOrDefault(Json.string(name, "Kind"), new ArrayList<>())
          .remove(Json.string(name, "Value"));
    } else {
      JsonNode count = assigned.path("DiscreteResourceSpec");
      discrete.merge(Json.string(count, "Kind"), -Json.number(count, 0, "Value"), Long::sum);
    }
  }

  private static JsonNode reservations(JsonNode taskSpec) {
    return Json.at(taskSpec, "Resources", "Reservations");
  }

  int tasks() {
    return tasks;
  }

  int tasksOf(String service) {
    return byService.getOrDefault(service, 0);
  }

  /** Returns how often the service has failed here of late, as far as that is too often. */
  int failuresOf(Task task) {
    return node.failures.of(task, now);
  }

  /** Returns whether there is left what a task reserves. */
  boolean hasLeft(JsonNode taskSpec) {
    JsonNode reserved = reservations(taskSpec);
    if (nanoCpus < Json.number(reserved, 0, "NanoCPUs")
        || memory < Json.number(reserved, 0, "MemoryBytes")) {
      return false;
    }
    for (JsonNode wanted : reserved.path("GenericResources")) {
      String kind = Json.string(wanted, "DiscreteResourceSpec", "Kind");
      long count = Json.number(wanted, 0, "DiscreteResourceSpec", "Value");
      long left = discrete.getOrDefault(kind, 0L) + named.getOrDefault(kind, List.of()).size();
      if (left < count) {
        return false;
      }
    }
    return true;
  }

  /** Returns the generic resources of its own that the node gives a task: so many, or by name. */
  ArrayNode claim(JsonNode taskSpec) {
    ArrayNode claimed = Json.array();
    for (JsonNode wanted : reservations(taskSpec).path("GenericResources")) {
      String kind = Json.string(wanted, "DiscreteResourceSpec", "Kind");
      long count = Json.number(wanted, 0, "DiscreteResourceSpec", "Value");
      List<String> names = named.getOrDefault(kind, List.of());
      if (names.isEmpty()) {
        claimed.addObject().putObject("DiscreteResourceSpec").put("Kind", kind).put("Value", count);
      }
      for (String name : names.subList(0, (int) Math.min(count, names.size()))) {
        claimed.addObject().putObject("NamedResourceSpec").put("Kind", kind).put("Value", name);
      }
    }
    return claimed;
  }

  boolean portsFree(List<String> wanted) {
    return wanted.isEmpty() || wanted.stream().noneMatch(ports::contains);
  }

  /** Returns the ports of its host that a task wants, as far as it says which. */
  static List<String> hostPorts(Task task) {
    List<String> ports = new ArrayList<>();
    if (task.endpointSpec != null) {
      for (JsonNode port : task.endpointSpec.path("Ports")) {
        long published = Json.number(port, 0, "PublishedPort");
        if (Json.string(port, "PublishMode").equals("host") && published != 0) {
          ports.add(published + "/" + Json.string(port, "Protocol"));
        }
      }
    }
    return ports;
  }
}
