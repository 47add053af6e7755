package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One update of a service: replaces its tasks, a few at a time, and watches the new ones. */
final class Rollout {
  /** Managers take in what nodes report in batches: a task that ends at once was never running. */
  private static final Duration BATCH = Duration.ofMillis(100);

  private static final Duration MONITOR = Duration.ofSeconds(5);

  /** One of the workers that replace the tasks: what it is at, or until when it pauses. */
  private static final class Worker {
    @Nullable Task fresh;
    List<Task> old = List.of();
    @Nullable Instant idleUntil;
  }

  private final Cluster cluster;
  private final Orchestrator orchestrator;
  private final Service service;
  private final long specVersion;
  private final Duration delay;
  private final Duration monitor;
  private final String failureAction;
  private final double maxFailureRatio;
  private final boolean startFirst;
  private final ArrayDeque<String> todo;
  private final int total;
  private final List<Worker> workers = new ArrayList<>();
  private final Map<Task, Instant> fresh = new HashMap<>();
  private final Set<Task> failed = new HashSet<>();
  private @Nullable Instant watchUntil;

  private Rollout(
      Cluster cluster, Orchestrator orchestrator, Service service, List<String> places) {
    this.cluster = cluster;
    this.orchestrator = orchestrator;
    this.service = service;
    this.specVersion = service.specVersion;
    boolean back = service.updateState().equals("rollback_started");
    JsonNode config = Json.at(service.spec, back ? "RollbackConfig" : "UpdateConfig");
    this.delay = Duration.ofNanos(Json.number(config, 0, "Delay"));
    Duration asked = Duration.ofNanos(Json.number(config, MONITOR.toNanos(), "Monitor"));
    // The engine never watches for a shorter time than it pauses between two tasks.
    this.monitor = delay.compareTo(asked) >= 0 ? delay.plusSeconds(1) : asked;
    String action = Json.string(config, "FailureAction");
    this.failureAction = action.isEmpty() ? "pause" : action;
    this.maxFailureRatio = Json.at(config, "MaxFailureRatio").asDouble(0);
    this.startFirst = Json.string(config, "Order").equals("start-first");
    this.todo = new ArrayDeque<>(places);
    this.total = places.size();
    long parallel = Json.number(config, config.isMissingNode() ? 1 : 0, "Parallelism");
    long count = parallel == 0 ? total : Math.min(parallel, total);
    for (long i = 0; i < count; i++) {
      workers.add(new Worker());
    }
  }

  /** Begins, carries on or ends the update of a service, whatever is due. */
  static void look(
      Cluster cluster, Orchestrator orchestrator, Service service, Map<String, List<Task>> slots) {
    Rollout rollout = service.rollout;
    if (rollout != null && rollout.specVersion != service.specVersion) {
      rollout = null;
    }
    if (service.updatePaused()) {
      rollout = null;
    } else if (rollout == null) {
      rollout = begin(cluster, orchestrator, service, slots);
    }
    service.rollout = rollout;
    if (rollout != null) {
      rollout.step(slots);
    }
  }

  private static @Nullable Rollout begin(
      Cluster cluster, Orchestrator orchestrator, Service service, Map<String, List<Task>> slots) {
    List<String> dirty = new ArrayList<>();
    slots.forEach(
        (place, tasks) -> {
          if (tasks.size() > 1 || orchestrator.dirty(service, tasks.get(0))) {
            dirty.add(place);
          }
        });
    Rollout rollout = new Rollout(cluster, orchestrator, service, dirty);
    if (dirty.isEmpty()) {
      if (List.of("updating", "rollback_started").contains(service.updateState())) {
        rollout.complete();
      }
      return null;
    }
    if (service.updateStatus == null) {
      rollout.status("updating", "update in progress");
    }
    return rollout;
  }

  private void step(Map<String, List<Task>> slots) {
    if (watch()) {
      return;
    }
    for (Worker worker : workers) {
      work(worker, slots);
    }
    boolean busy =
        !todo.isEmpty() || workers.stream().anyMatch(w -> w.fresh != null || w.idleUntil != null);
    if (busy) {
      return;
    }
    if (watchUntil == null) {
      watchUntil = cluster.now().plus(monitor);
      cluster.wakeAt(watchUntil);
    } else if (!watchUntil.isAfter(cluster.now())) {
      service.rollout = null;
      complete();
    }
  }

  private void work(Worker worker, Map<String, List<Task>> slots) {
    Instant now = cluster.now();
    if (worker.idleUntil != null && !worker.idleUntil.isAfter(now)) {
      worker.idleUntil = null;
    }
    Task next = worker.fresh;
    if (next != null) {
      if (!next.state.after(TaskState.STARTING) && cluster.tasks.containsKey(next.id)) {
        return;
      }
      if (next.state == TaskState.RUNNING && now.isBefore(next.timestamp.plus(BATCH))) {
        cluster.wakeAt(next.timestamp.plus(BATCH));
        return;
      }
      if (next.state == TaskState.RUNNING) {
        worker.old.forEach(task -> orchestrator.desire(task, TaskState.SHUTDOWN));
      }
      worker.fresh = null;
      worker.old = List.of();
      if (!delay.isZero()) {
        worker.idleUntil = now.plus(delay);
        cluster.wakeAt(worker.idleUntil);
      }
    }
    while (worker.fresh == null && worker.idleUntil == null && !todo.isEmpty()) {
      replace(worker, slots.getOrDefault(todo.remove(), List.of()));
    }
  }

  /** Puts a new task in the place of those that fill it. */
  private void replace(Worker worker, List<Task> old) {
    if (old.isEmpty()) {
      return;
    }
    Task first = old.get(0);
    Task next =
        old.stream()
            .filter(task -> task.wanted() && !orchestrator.dirty(service, task))
            .findFirst()
            .orElse(null);
    List<Task> others = new ArrayList<>(old);
    if (next == null) {
      next = orchestrator.create(service, first.slot, first.global() ? first.nodeId : "");
      fresh.put(next, Instant.MAX);
      if (!startFirst) {
        orchestrator.follow(next, first);
      }
    }
    others.remove(next);
    worker.fresh = next;
    if (startFirst) {
      worker.old = others;
    } else {
      others.forEach(task -> orchestrator.desire(task, TaskState.SHUTDOWN));
    }
  }

  /** Counts the failures among the new tasks; returns whether they end the update. */
  private boolean watch() {
    for (Task task : List.copyOf(fresh.keySet())) {
      Instant started = fresh.getOrDefault(task, Instant.MAX);
      if (task.state == TaskState.RUNNING && started.equals(Instant.MAX)) {
        fresh.put(task, task.timestamp);
      }
      boolean ended =
          task.state == TaskState.FAILED
              || task.state == TaskState.REJECTED
              || task.state == TaskState.COMPLETE;
      boolean soon =
          started.equals(Instant.MAX)
              || Duration.between(started, task.timestamp).compareTo(monitor) <= 0;
      if (ended && soon && failed.add(task) && (double) failed.size() / total > maxFailureRatio) {
        if (fail(task)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean fail(Task task) {
    boolean back = service.updateState().equals("rollback_started");
    if (failureAction.equals("pause") || (back && failureAction.equals("rollback"))) {
      // Also a rollback is called an update, unless it would have to be rolled back itself.
      String what = failureAction.equals("pause") ? "update" : "rollback";
      status(
          back ? "rollback_paused" : "paused",
          what + " paused due to failure or early termination of task " + task.id);
      service.rollout = null;
      return true;
    }
    if (failureAction.equals("rollback") && service.previousSpec != null) {
      rollBack("update rolled back due to failure or early termination of task " + task.id);
      return true;
    }
    return false;
  }

  private void rollBack(String message) {
    ObjectNode previous = service.previousSpec;
    if (previous != null) {
      service.spec = previous;
      service.previousSpec = null;
      service.registryAuth = service.previousAuth;
      service.rollout = null;
      status("rollback_started", message);
      service.specVersion = service.version;
      service.allocated = false;
    }
  }

  private void complete() {
    boolean back = service.updateState().equals("rollback_started");
    status(
        back ? "rollback_completed" : "completed",
        back ? "rollback completed" : "update completed");
  }

  private void status(String state, String message) {
    String before = service.updateState();
    ObjectNode status = service.updateStatus == null ? Json.object() : service.updateStatus;
    String started = Json.string(status, "StartedAt");
    ObjectNode written = Json.object().put("State", state);
    // A rollback that an update has brought on counts from the beginning of that.
    written.put("StartedAt", started.isEmpty() ? Json.time(cluster.now()) : started);
    if (state.endsWith("completed")) {
      written.put("CompletedAt", Json.time(cluster.now()));
    }
    written.put("Message", message);
    service.updateStatus = written;
    cluster.touch(service);
    cluster.emit("service", "update", service, service.updateStateSince(before));
  }
}
