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
      boolean orphan = !cluster.services.containsKey(task.serviceId);
      if (orphan && task.iteration >= 0 && !cluster.removesJobs()) {
        continue;
      }
      if (orphan || task.desired == TaskState.REMOVE) {
        cluster.forget(task);
      } else {
        places.add(task.serviceId);
      }
    }
    for (String service : places) {
      long kept = kept(cluster, service);
      if (kept < 0) {
        continue;
      }
      Map<String, List<Task>> slots = new LinkedHashMap<>();
      for (Task task : cluster.tasksOf(service)) {
        slots.computeIfAbsent(task.key(), key -> new ArrayList<>()).add(task);
      }
      slots.values().forEach(tasks -> prune(cluster, tasks, kept));
    }
  }

  /** Returns how many tasks of a place are kept; all of them if it is negative. */
  private static long kept(Cluster cluster, String serviceId) {
    Service service = cluster.services.get(serviceId);
    if (service == null || service.job()) {
      return -1;
    }
    // What is needed to count the attempts is kept whatever the limit.
    long attempts = Json.number(service.taskSpec(), 0, "RestartPolicy", "MaxAttempts");
    return attempts > 0
        ? attempts + 1
        : Json.number(cluster.swarm.spec(), 5, "Orchestration", "TaskHistoryRetentionLimit");
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
