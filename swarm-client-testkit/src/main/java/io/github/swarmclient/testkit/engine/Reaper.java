package io.github.swarmclient.testkit.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forgets tasks: those that are to be removed, and those that have become history. */
final class Reaper {
  private Reaper() {}

  static void pass(Cluster cluster) {
    // Most tasks have not ended, and most services have no history.
    Set<String> places = new LinkedHashSet<>();
    for (Task task : List.copyOf(cluster.tasks.values())) {
      boolean lost = !task.nodeId.isEmpty() && cluster.nodeOf(task) == null;
      if (!task.state.ended() && !lost) {
        continue;
      }
      boolean unwanted =
          task.desired == TaskState.REMOVE
              || task.state == TaskState.ORPHANED
              || !cluster.services.containsKey(task.serviceId);
      if (unwanted) {
        cluster.forget(task);
      } else {
        places.add(task.serviceId);
      }
    }
    long kept = Json.number(cluster.swarm.spec, 5, "Orchestration", "TaskHistoryRetentionLimit");
    for (String service : places) {
      Map<String, List<Task>> slots = new LinkedHashMap<>();
      for (Task task : cluster.tasksOf(service)) {
        slots.computeIfAbsent(task.key(), key -> new ArrayList<>()).add(task);
      }
      slots.values().forEach(tasks -> prune(cluster, tasks, kept));
    }
  }

  private static void prune(Cluster cluster, List<Task> tasks, long kept) {
    long surplus = tasks.size() - kept;
    for (Task task : tasks) {
      if (surplus <= 0) {
        return;
      }
      if (task.state.ended() && task.desired.after(TaskState.COMPLETE)) {
        cluster.forget(task);
        surplus--;
      }
    }
  }
}
