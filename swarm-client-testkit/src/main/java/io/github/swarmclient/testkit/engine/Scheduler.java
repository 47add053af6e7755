package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds a node for each task that waits for one, or writes down why there is none. */
final class Scheduler {
  private final Cluster cluster;

  Scheduler(Cluster cluster) {
    this.cluster = cluster;
  }

  void pass() {
    // Tasks of one service and spec see the nodes alike, and are looked at together.
    Map<Kind, List<Task>> waiting = new LinkedHashMap<>();
    for (Task task : cluster.tasks.values()) {
      if (task.state == TaskState.PENDING && !task.desired.after(TaskState.COMPLETE)) {
        waiting.computeIfAbsent(Kind.of(task), kind -> new ArrayList<>()).add(task);
      }
    }
    if (!waiting.isEmpty()) {
      Map<String, NodeLoad> loads = loads();
      waiting.forEach((kind, tasks) -> place(tasks, loads));
    }
  }

  /** What tasks have in common that can run on the same nodes. Specs are compared as objects. */
  private record Kind(String service, int spec) {
    static Kind of(Task task) {
      return new Kind(task.serviceId, System.identityHashCode(task.spec));
    }
  }

  private Map<String, NodeLoad> loads() {
    Map<String, NodeLoad> loads = new LinkedHashMap<>();
    cluster
        .nodes
        .values()
        .forEach(node -> loads.put(node.id, new NodeLoad(node, loads.size(), cluster.now())));
    for (Task task : cluster.tasks.values()) {
      NodeLoad load = loads.get(task.nodeId);
      if (load != null && task.occupies() && task.state.after(TaskState.PENDING)) {
        load.add(task);
      }
    }
    return loads;
  }

  private void place(List<Task> tasks, Map<String, NodeLoad> loads) {
    PlacementRules rules = new PlacementRules(tasks.get(0));
    PriorityQueue<NodeLoad> candidates = new PriorityQueue<>(byLoad(tasks.get(0)));
    Map<PlacementRules.Rule, Integer> broken = new LinkedHashMap<>();
    boolean anywhere = tasks.stream().anyMatch(task -> task.nodeId.isEmpty());
    for (NodeLoad load : anywhere ? loads.values() : List.<NodeLoad>of()) {
      consider(load, rules, candidates, broken);
    }
    for (Task task : tasks) {
      if (!task.nodeId.isEmpty()) {
        placeOn(loads.get(task.nodeId), task, rules);
      } else {
        NodeLoad best =
            rules.spreads() ? spread(task, candidates, loads.values()) : candidates.poll();
        if (best == null) {
          explain(task, broken);
        } else {
          assign(task, best, "scheduler assigned task to node");
          // What was free may now be taken.
          consider(best, rules, candidates, broken);
        }
      }
    }
  }

  private static void consider(
      NodeLoad load,
      PlacementRules rules,
      PriorityQueue<NodeLoad> candidates,
      Map<PlacementRules.Rule, Integer> broken) {
    PlacementRules.Rule first = rules.brokenBy(load);
    if (first == null) {
      candidates.add(load);
    } else {
      broken.merge(first, 1, Integer::sum);
    }
  }

  /** A task that is meant for one node, as those of global services are. */
  private void placeOn(@Nullable NodeLoad load, Task task, PlacementRules rules) {
    PlacementRules.Rule first = load == null ? null : rules.brokenBy(load);
    if (load == null) {
      // Its node is gone, and the task with it soon.
      return;
    }
    if (first == null) {
      assign(task, load, "scheduler confirmed task can run on preassigned node");
    } else {
      write(task, first.say(1));
    }
  }

  private void assign(Task task, NodeLoad load, String message) {
    task.nodeId = load.node.id;
    task.genericResources = load.claim(task.spec);
    load.add(task);
    cluster.report(task, TaskState.ASSIGNED, message, "");
    cluster.agent.attend(task);
  }

  private void explain(Task task, Map<PlacementRules.Rule, Integer> broken) {
    String reasons =
        broken.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(e -> e.getKey().say(e.getValue()))
            .collect(Collectors.joining("; "));
    write(task, reasons.isEmpty() ? "no suitable node" : "no suitable node (" + reasons + ")");
  }

  private void write(Task task, String err) {
    if (!task.err.equals(err)) {
      cluster.report(task, TaskState.PENDING, task.message, err);
    }
  }

  /** Few failures come first, then few tasks: of the service, then of all. */
  private static Comparator<NodeLoad> byLoad(Task task) {
    return Comparator.<NodeLoad>comparingInt(load -> load.failuresOf(task))
        .thenComparingInt(load -> load.tasksOf(task.serviceId))
        .thenComparingInt(NodeLoad::tasks)
        .thenComparingInt(load -> load.place);
  }

  /** Takes the best node of the group with the fewest tasks, of groups within groups. */
  private static @Nullable NodeLoad spread(
      Task task, PriorityQueue<NodeLoad> candidates, Collection<NodeLoad> all) {
    List<NodeLoad> group = List.copyOf(candidates);
    List<NodeLoad> counted = List.copyOf(all);
    for (JsonNode preference : Json.at(task.spec, "Placement", "Preferences")) {
      String by = Json.string(preference, "Spread", "SpreadDescriptor");
      Map<String, Integer> tasks = new HashMap<>();
      for (NodeLoad load : counted) {
        tasks.merge(value(load.node, by), load.tasksOf(task.serviceId), Integer::sum);
      }
      String least =
          group.stream()
              .map(load -> value(load.node, by))
              .min(Comparator.comparingInt(value -> tasks.getOrDefault(value, 0)))
              .orElse("");
      group = group.stream().filter(load -> value(load.node, by).equals(least)).toList();
      counted = counted.stream().filter(load -> value(load.node, by).equals(least)).toList();
    }
    NodeLoad best = group.stream().min(byLoad(task)).orElse(null);
    candidates.remove(best);
    return best;
  }

  /** Returns what a preference sees of a node; one that it does not know sees all alike. */
  private static String value(Node node, String descriptor) {
    String prefix = descriptor.toLowerCase(Locale.ROOT);
    if (prefix.startsWith("node.labels.")) {
      return Json.string(node.spec(), "Labels", descriptor.substring(12));
    }
    return prefix.startsWith("engine.labels.")
        ? node.host.settings().labels().getOrDefault(descriptor.substring(14), "")
        : "";
  }
}
