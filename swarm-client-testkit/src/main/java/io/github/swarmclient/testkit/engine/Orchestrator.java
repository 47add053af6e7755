package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings the tasks into line with the services and the nodes, a step each time it looks. */
final class Orchestrator {
  /** How long a task waits at most for the one before it to end. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Cluster cluster;
  private final Scheduler scheduler;
  private final Restarts restarts;
  private final Jobs jobs;
  private @Nullable ObjectNode constrained;
  private @Nullable Constraints constraints;

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
          && (before == null || isGone(task, before))) {
        task.held = false;
        desire(task, task.iteration >= 0 ? TaskState.COMPLETE : TaskState.RUNNING);
      }
    }
  }

  /** Lets a task wait until the one before it has ended. */
  void follow(Task task, @Nullable Task before) {
    task.desired = TaskState.READY;
    task.held = true;
    task.successorOf = before;
    if (before != null) {
      cluster.wakeAt(task.createdAt.plus(PATIENCE));
    }
  }

  /** Returns whether a task need not wait any more for the one before it. */
  private boolean isGone(Task task, Task before) {
    Node node = cluster.nodeOf(before);
    return before.state.ended()
        || !cluster.tasks.containsKey(before.id)
        || node == null
        || node.state.equals("down")
        || !cluster.now().isBefore(task.createdAt.plus(PATIENCE));
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
    boolean job = service.job();
    TaskState last = job ? TaskState.COMPLETE : TaskState.RUNNING;
    for (Task task : cluster.tasksOf(service)) {
      // What waits for its turn is followed up when that has come, lest it fails again and again.
      if (task.desired.after(last)
          || task.held
          || task.state == TaskState.NEW
          || task.state == TaskState.PENDING) {
        continue;
      }
      Node node = cluster.nodeOf(task);
      if (node != null && !node.vacated() && !misplaced(task, node)) {
        if (task.state.ended() && !(job && task.state == TaskState.COMPLETE)) {
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
    if (task.state.ended() || constraints(task.spec).fit(node)) {
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

  /** Returns the constraints of a spec; most tasks that are looked at in a row share theirs. */
  @SuppressWarnings(
      "ReferenceEquality") // to compare what is in them would take longer than this saves
  private Constraints constraints(ObjectNode spec) {
    Constraints known = constraints;
    if (known == null || spec != constrained) {
      known = new Constraints(spec);
      constraints = known;
      constrained = spec;
    }
    return known;
  }

  private void reconcile(Service service) {
    long index = cluster.index();
    Map<String, List<Task>> slots = occupied(service);
    if (service.global()) {
      spreadOut(service, slots);
    } else {
      scale(service, slots);
    }
    boolean same = cluster.index() == index;
    Rollout.look(cluster, this, service, same ? slots : occupied(service));
  }

  /** Returns the tasks that fill a place each: those that run, or those that ended for good. */
  Map<String, List<Task>> occupied(Service service) {
    Map<String, List<Task>> places = new LinkedHashMap<>();
    for (Task task : cluster.tasksOf(service)) {
      places.computeIfAbsent(task.key(), key -> new ArrayList<>(1)).add(task);
    }
    places.values().removeIf(tasks -> !occupied(service, tasks));
    return places;
  }

  /** Leaves of the tasks of one place those that fill it, and returns whether there are any. */
  private boolean occupied(Service service, List<Task> tasks) {
    Task newest = tasks.get(tasks.size() - 1);
    tasks.removeIf(task -> !task.wanted());
    if (tasks.isEmpty()
        && newest.desired != TaskState.REMOVE
        && newest.state != TaskState.ORPHANED
        && !service.updateState().equals("rollback_started")
        && !restarts.wanted(newest, service)) {
      tasks.add(newest);
    }
    return !tasks.isEmpty();
  }

  private void scale(Service service, Map<String, List<Task>> slots) {
    long slot = 1;
    for (long missing = service.replicas() - slots.size(); missing > 0; missing--) {
      while (slots.containsKey(Long.toString(slot))) {
        slot++;
      }
      create(service, slot++, "");
    }
    if (slots.size() > service.replicas()) {
      List<List<Task>> ordered = byNeed(slots.values());
      for (List<Task> surplus : ordered.subList((int) service.replicas(), ordered.size())) {
        surplus.forEach(task -> desire(task, TaskState.REMOVE));
      }
    }
  }

  /**
   * Returns the slots, those that can be done without last: each node is left with as many as the
   * others, and what does not run, or has a high number, goes first.
   */
  private static List<List<Task>> byNeed(Collection<List<Task>> slots) {
    List<List<Task>> ordered = new ArrayList<>(slots);
    ordered.sort(
        Comparator.comparing((List<Task> slot) -> !runs(slot))
            .thenComparingLong(slot -> slot.get(0).slot));
    Map<String, Integer> onNode = new HashMap<>();
    IdentityHashMap<List<Task>, Integer> copies = new IdentityHashMap<>();
    for (List<Task> slot : ordered) {
      String node = slot.get(0).nodeId;
      boolean counts = slot.size() == 1 && !node.isEmpty();
      copies.put(slot, counts ? onNode.merge(node, 1, Integer::sum) : Integer.MAX_VALUE);
    }
    ordered.sort(Comparator.comparing(copies::get));
    return ordered;
  }

  private static boolean runs(List<Task> slot) {
    return slot.stream().anyMatch(task -> task.state == TaskState.RUNNING);
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
  boolean dirty(Service service, Task task) {
    if (task.specVersion == service.specVersion) {
      return false;
    }
    boolean sameEndpoint = Objects.equals(task.endpointSpec, service.spec.get("EndpointSpec"));
    ObjectNode spec = service.taskSpec();
    return spec.equals(task.spec) ? !sameEndpoint : !onlyPlacedAnew(task, spec);
  }

  /**
   * Returns whether a spec says nothing new but where to run, and the task may stay where it is.
   */
  private boolean onlyPlacedAnew(Task task, ObjectNode spec) {
    Node node = cluster.nodeOf(task);
    return node != null
        && spec.deepCopy().without("Placement").equals(task.spec.deepCopy().without("Placement"))
        && new Constraints(spec).fit(node);
  }
}
