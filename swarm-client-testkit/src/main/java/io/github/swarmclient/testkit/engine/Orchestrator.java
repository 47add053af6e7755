package io.github.swarmclient.testkit.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the tasks into line with the services and the nodes, a step each time it looks. */
final class Orchestrator {
  private final Cluster cluster;
  private final Scheduler scheduler;
  private final Restarts restarts;
  private final Jobs jobs;

  Orchestrator(Cluster cluster) {
    this.cluster = cluster;
    this.scheduler = new Scheduler(cluster);
    this.restarts = new Restarts(cluster);
    this.jobs = new Jobs(cluster, this, restarts);
  }

  /** Looks at everything once. What one pass has written, the next one carries on. */
  void pass() {
    scheduler.pass();
    allocate();
    release();
    for (Service service : List.copyOf(cluster.services.values())) {
      replaceLost(service);
      if (service.job()) {
        jobs.reconcile(service);
      } else {
        reconcile(service);
      }
    }
    Reaper.pass(cluster);
  }

  private void allocate() {
    for (Service service : cluster.services.values()) {
      if (!service.allocated) {
        cluster.networks.allocate(service);
      }
    }
    for (Task task : cluster.tasks.values()) {
      if (task.state == TaskState.NEW && task.desired != TaskState.REMOVE) {
        cluster.networks.attach(task);
        cluster.report(task, TaskState.PENDING, "pending task scheduling", "");
      }
    }
  }

  /** Lets those run that have waited for their turn. */
  private void release() {
    Instant now = cluster.now();
    for (Task task : cluster.tasks.values()) {
      Instant until = task.heldUntil;
      Task before = task.successorOf;
      if (task.held
          && task.desired == TaskState.READY
          && (until == null || !until.isAfter(now))
          && (before == null || before.state.ended() || !cluster.tasks.containsKey(before.id))) {
        task.held = false;
        desire(task, task.iteration >= 0 ? TaskState.COMPLETE : TaskState.RUNNING);
      }
    }
  }

  /** Says what a task is to come to, and lets its node know. */
  void desire(Task task, TaskState desired) {
    if (task.desired == desired) {
      return;
    }
    task.desired = desired;
    cluster.touch(task);
    if (desired.after(TaskState.COMPLETE)) {
      if (task.nodeId.isEmpty() || !task.state.after(TaskState.PENDING)) {
        // No node has heard of it, so nobody has to stop anything.
        cluster.report(task, TaskState.SHUTDOWN, "shutdown", task.err);
      } else {
        cluster.agent.attend(task);
      }
    } else if (task.state == TaskState.READY) {
      cluster.agent.attend(task);
    }
  }

  Task create(Service service, long slot, String nodeId) {
    long iteration = service.job() ? service.iteration : -1;
    Task task =
        new Task(
            cluster.world.ids().swarmId(),
            cluster.now(),
            service,
            slot,
            nodeId,
            iteration,
            service.global());
    if (service.job()) {
      task.desired = TaskState.COMPLETE;
    }
    cluster.add(task);
    return task;
  }

  /** Follows up on tasks that have ended of themselves, or whose node is no longer to run them. */
  private void replaceLost(Service service) {
    for (Task task : cluster.tasksOf(service)) {
      if (task.desired.after(service.job() ? TaskState.COMPLETE : TaskState.RUNNING)
          || task.state == TaskState.NEW
          || task.state == TaskState.PENDING) {
        continue;
      }
      Node node = cluster.nodeOf(task);
      if (node != null && !node.vacated() && !misplaced(task, node)) {
        if (task.state.ended() && !(service.job() && task.state == TaskState.COMPLETE)) {
          restarts.restart(task, service, this);
        }
      } else if (node == null || node.vacated()) {
        if (service.global()) {
          desire(task, TaskState.SHUTDOWN);
        } else {
          restarts.restart(task, service, this);
        }
      }
    }
  }

  /** Rejects a task whose node has changed such that it may no longer run there. */
  private boolean misplaced(Task task, Node node) {
    if (task.state.ended() || new Constraints(task.spec).fit(node)) {
      return false;
    }
    Container container = task.container;
    if (container != null && container.running()) {
      container.exit(137);
    }
    task.step++;
    cluster.report(
        task,
        TaskState.REJECTED,
        "task rejected by constraint enforcer",
        "assigned node no longer meets constraints");
    return true;
  }

  private void reconcile(Service service) {
    Map<String, List<Task>> slots = occupied(service);
    if (service.global()) {
      spreadOut(service, slots);
    } else {
      scale(service, slots);
    }
    Rollout.look(cluster, this, service, occupied(service));
  }

  /** Returns the tasks that fill a place each: those that run, or those that ended for good. */
  Map<String, List<Task>> occupied(Service service) {
    Map<String, List<Task>> all = new LinkedHashMap<>();
    for (Task task : cluster.tasksOf(service)) {
      all.computeIfAbsent(task.key(), key -> new ArrayList<>()).add(task);
    }
    Map<String, List<Task>> occupied = new LinkedHashMap<>();
    all.forEach(
        (key, tasks) -> {
          List<Task> wanted = tasks.stream().filter(Task::wanted).toList();
          Task newest = tasks.get(tasks.size() - 1);
          if (!wanted.isEmpty()) {
            occupied.put(key, wanted);
          } else if (newest.desired != TaskState.REMOVE
              && newest.state != TaskState.ORPHANED
              && !service.updateState().equals("rollback_started")
              && !restarts.wanted(newest, service)) {
            occupied.put(key, List.of(newest));
          }
        });
    return occupied;
  }

  private void scale(Service service, Map<String, List<Task>> slots) {
    long slot = 1;
    for (long missing = service.replicas() - slots.size(); missing > 0; missing--) {
      while (slots.containsKey(Long.toString(slot))) {
        slot++;
      }
      create(service, slot++, "");
    }
    List<List<Task>> left = new ArrayList<>(slots.values());
    while (left.size() > service.replicas()) {
      List<Task> victim = surplus(left);
      left.remove(victim);
      victim.forEach(task -> desire(task, TaskState.REMOVE));
    }
  }

  /** Returns the slot to do without: one that does not run, or else one of the fullest node. */
  private static List<Task> surplus(List<List<Task>> slots) {
    Comparator<List<Task>> byNeed =
        Comparator.comparing((List<Task> slot) -> slot.get(0).state == TaskState.RUNNING)
            .thenComparing(Comparator.comparingLong((List<Task> slot) -> -together(slots, slot)))
            .thenComparing(Comparator.comparingLong((List<Task> slot) -> -slot.get(0).slot));
    return slots.stream().min(byNeed).orElseThrow();
  }

  private static long together(List<List<Task>> slots, List<Task> slot) {
    String node = slot.get(0).nodeId;
    return slots.stream().filter(other -> other.get(0).nodeId.equals(node)).count();
  }

  private void spreadOut(Service service, Map<String, List<Task>> places) {
    Constraints constraints = new Constraints(service.taskSpec());
    for (Node node : cluster.nodes.values()) {
      boolean fits = node.ready() && !node.vacated() && constraints.fit(node);
      List<Task> there = places.getOrDefault(node.id, List.of());
      if (!fits) {
        there.forEach(task -> desire(task, TaskState.SHUTDOWN));
      } else if (there.isEmpty() && node.active()) {
        create(service, 0, node.id);
      }
    }
  }

  /** Returns whether a task was made from a spec that its service no longer has. */
  static boolean dirty(Service service, Task task) {
    if (task.specVersion == service.specVersion) {
      return false;
    }
    boolean sameEndpoint =
        task.endpointSpec == null || task.endpointSpec.equals(service.spec.path("EndpointSpec"));
    return !sameEndpoint || !task.spec.equals(service.taskSpec());
  }
}
