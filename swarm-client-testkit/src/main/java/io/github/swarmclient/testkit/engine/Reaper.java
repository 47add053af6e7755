package io.github.swarmclient.testkit.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forgets tasks: those that are to be removed, and those that have become history. */
final class Reaper {
  private Reaper() {}

  static void pass(Cluster cluster) {
    Map<String, List<Task>> places = new LinkedHashMap<>();
    for (Task task : List.copyOf(cluster.tasks.values())) {
      Node node = cluster.nodeOf(task);
      boolean lost = node == null && !task.nodeId.isEmpty();
      boolean ended = task.state.ended() || lost;
      boolean unwanted =
          task.desired == TaskState.REMOVE
              || task.state == TaskState.ORPHANED
              || !cluster.services.containsKey(task.serviceId);
      if (ended && unwanted) {
        cluster.forget(task);
      } else {
        places
            .computeIfAbsent(task.serviceId + "/" + task.key(), key -> new ArrayList<>())
            .add(task);
      }
    }
    long kept = Json.number(cluster.swarm.spec, 5, "Orchestration", "TaskHistoryRetentionLimit");
    places.values().forEach(tasks -> prune(cluster, tasks, kept));
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
