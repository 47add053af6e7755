package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds a node for each task that waits for one, or writes down why there is none. */
final class Scheduler {
  /** A rule, and what the engine says of the nodes that break it. */
  private record Rule(String one, String many, Predicate<Node> holds) {
    String say(int nodes) {
      return nodes == 1 ? one : many.replace("%d", Integer.toString(nodes));
    }
  }

  private final Cluster cluster;
  private final Map<String, List<Task>> byNode = new HashMap<>();

  Scheduler(Cluster cluster) {
    this.cluster = cluster;
  }

  void pass() {
    byNode.clear();
    cluster.tasks.values().stream()
        .filter(task -> task.occupies() && task.state.after(TaskState.PENDING))
        .forEach(this::count);
    for (Task task : List.copyOf(cluster.tasks.values())) {
      if (task.state == TaskState.PENDING && !task.desired.after(TaskState.COMPLETE)) {
        place(task);
      }
    }
  }

  private void count(Task task) {
    byNode.computeIfAbsent(task.nodeId, id -> new ArrayList<>()).add(task);
  }

  private void place(Task task) {
    List<Rule> rules = rules(task);
    Map<Rule, Integer> broken = new LinkedHashMap<>();
    List<Node> fit = new ArrayList<>();
    for (Node node : cluster.nodes.values()) {
      if (!task.nodeId.isEmpty() && !node.id.equals(task.nodeId)) {
        continue;
      }
      Rule first = rules.stream().filter(r -> !r.holds().test(node)).findFirst().orElse(null);
      if (first == null) {
        fit.add(node);
      } else {
        broken.merge(first, 1, Integer::sum);
      }
    }
    if (fit.isEmpty()) {
      explain(task, broken);
    } else {
      task.nodeId = best(task, fit).id;
      cluster.report(task, TaskState.ASSIGNED, "scheduler assigned task to node", "");
      count(task);
      cluster.agent.attend(task);
    }
  }

  private void explain(Task task, Map<Rule, Integer> broken) {
    String reasons =
        broken.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(e -> e.getKey().say(e.getValue()))
            .collect(Collectors.joining("; "));
    String err = reasons.isEmpty() ? "no suitable node" : "no suitable node (" + reasons + ")";
    if (!task.err.equals(err)) {
      cluster.report(task, TaskState.PENDING, task.message, err);
    }
  }

  private List<Rule> rules(Task task) {
    JsonNode reserved = Json.at(task.spec, "Resources", "Reservations");
    long cpus = Json.number(reserved, 0, "NanoCPUs");
    long memory = Json.number(reserved, 0, "MemoryBytes");
    Constraints constraints = new Constraints(task.spec);
    long most = Json.number(task.spec, 0, "Placement", "MaxReplicas");
    return List.of(
        new Rule(
            "1 node not available for new tasks",
            "%d nodes not available for new tasks",
            Node::active),
        new Rule(
            "insufficient resources on 1 node",
            "insufficient resources on %d nodes",
            node -> free(node, "NanoCPUs") >= cpus && free(node, "MemoryBytes") >= memory),
        new Rule(
            "scheduling constraints not satisfied on 1 node",
            "scheduling constraints not satisfied on %d nodes",
            constraints::fit),
        new Rule(
            "unsupported platform on 1 node",
            "unsupported platform on %d nodes",
            node -> supports(task, node)),
        new Rule(
            "host-mode port already in use on 1 node",
            "host-mode port already in use on %d nodes",
            node -> portsFree(task, node)),
        new Rule(
            "max replicas per node limit exceed",
            "max replicas per node limit exceed",
            node -> most == 0 || count(node, task) < most));
  }

  private long free(Node node, String resource) {
    HostSettings host = node.host.settings();
    long all = resource.equals("NanoCPUs") ? host.nanoCpus() : host.memory();
    return all
        - on(node).stream()
            .mapToLong(task -> Json.number(task.spec, 0, "Resources", "Reservations", resource))
            .sum();
  }

  private List<Task> on(Node node) {
    return byNode.getOrDefault(node.id, List.of());
  }

  private long count(Node node, Task like) {
    return on(node).stream()
        .filter(task -> task.serviceId.equals(like.serviceId))
        .filter(task -> !task.desired.after(TaskState.COMPLETE))
        .count();
  }

  private static boolean supports(Task task, Node node) {
    JsonNode platforms = Json.at(task.spec, "Placement", "Platforms");
    if (platforms.isEmpty()) {
      return true;
    }
    String here = goName(node.host.settings().arch());
    for (JsonNode platform : platforms) {
      String os = Json.string(platform, "OS");
      String arch = goName(Json.string(platform, "Architecture"));
      if ((os.isEmpty() || os.equals("linux")) && (arch.isEmpty() || arch.equals(here))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the name Go has for an architecture; nodes report the one {@code uname} has. */
  private static String goName(String arch) {
    return switch (arch) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> arch;
    };
  }

  private boolean portsFree(Task task, Node node) {
    List<String> wanted = hostPorts(task);
    return wanted.isEmpty()
        || on(node).stream().noneMatch(t -> hostPorts(t).stream().anyMatch(wanted::contains));
  }

  private static List<String> hostPorts(Task task) {
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

  /** Returns the node with the fewest tasks: first of its group, then of the service, then all. */
  private Node best(Task task, List<Node> nodes) {
    List<Node> group = nodes;
    for (JsonNode preference : Json.at(task.spec, "Placement", "Preferences")) {
      String by = Json.string(preference, "Spread", "SpreadDescriptor");
      Map<String, List<Node>> groups = new LinkedHashMap<>();
      group.forEach(n -> groups.computeIfAbsent(value(n, by), k -> new ArrayList<>()).add(n));
      Map<String, Long> load = new HashMap<>();
      groups.forEach((v, ns) -> load.put(v, ns.stream().mapToLong(n -> count(n, task)).sum()));
      group =
          groups.entrySet().stream()
              .min(Comparator.comparingLong(e -> load.getOrDefault(e.getKey(), 0L)))
              .map(Map.Entry::getValue)
              .orElse(group);
    }
    return group.stream()
        .min(
            Comparator.<Node>comparingLong(node -> count(node, task))
                .thenComparingLong(node -> on(node).size()))
        .orElseThrow();
  }

  private static String value(Node node, String descriptor) {
    if (descriptor.startsWith("node.labels.")) {
      return Json.string(node.spec, "Labels", descriptor.substring(12));
    }
    return descriptor.startsWith("engine.labels.")
        ? node.host.settings().labels().getOrDefault(descriptor.substring(14), "")
        : "";
  }
}
