package io.github.swarmclient.testkit.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs jobs: so many tasks to completion, or one on each node. */
final class Jobs {
  private final Cluster cluster;
  private final Orchestrator orchestrator;
  private final Restarts restarts;

  Jobs(Cluster cluster, Orchestrator orchestrator, Restarts restarts) {
    this.cluster = cluster;
    this.orchestrator = orchestrator;
    this.restarts = restarts;
  }

  void reconcile(Service service) {
    List<Task> tasks = cluster.tasksOf(service);
    for (Task task : tasks) {
      if (task.iteration != service.iteration && !task.state.ended()) {
        orchestrator.desire(task, TaskState.REMOVE);
      }
    }
    List<Task> current = tasks.stream().filter(t -> t.iteration == service.iteration).toList();
    if (service.global()) {
      everywhere(service, current);
    } else {
      soMany(service, current);
    }
  }

  private void soMany(Service service, List<Task> tasks) {
    long concurrent = Json.number(service.spec, 1, "Mode", "ReplicatedJob", "MaxConcurrent");
    long total = Json.number(service.spec, concurrent, "Mode", "ReplicatedJob", "TotalCompletions");
    Set<Long> taken = new HashSet<>();
    tasks.stream().filter(task -> counts(task, service)).forEach(task -> taken.add(task.slot));
    long active = tasks.stream().filter(Jobs::active).count();
    for (long slot = 0; slot < total && active < concurrent; slot++) {
      if (taken.add(slot)) {
        orchestrator.create(service, slot, "");
        active++;
      }
    }
  }

  private static boolean active(Task task) {
    return task.state != TaskState.COMPLETE && !task.desired.after(TaskState.COMPLETE);
  }

  /** Returns whether the task fills its slot: it runs, is done, or has failed for good. */
  private boolean counts(Task task, Service service) {
    return task.state == TaskState.COMPLETE
        || active(task)
        || (task.state.ended()
            && task.desired != TaskState.REMOVE
            && !restarts.wanted(task, service));
  }

  private void everywhere(Service service, List<Task> tasks) {
    Constraints constraints = new Constraints(service.taskSpec());
    for (Node node : cluster.nodes.values()) {
      boolean there = tasks.stream().anyMatch(t -> t.nodeId.equals(node.id) && counts(t, service));
      if (!there && node.active() && constraints.fit(node)) {
        orchestrator.create(service, 0, node.id);
      }
    }
  }
}
