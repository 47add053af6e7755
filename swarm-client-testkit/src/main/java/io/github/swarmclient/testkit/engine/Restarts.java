package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides whether a task that has ended is followed by another one, and when. */
final class Restarts {
  private static final Duration DELAY = Duration.ofSeconds(5);

  private record Past(long specVersion, List<Instant> restarts) {}

  private final Cluster cluster;
  private final Map<String, Past> history = new HashMap<>();

  Restarts(Cluster cluster) {
    this.cluster = cluster;
  }

  boolean wanted(Task task, Service service) {
    JsonNode policy = Json.at(task.spec, "RestartPolicy");
    String condition = Json.string(policy, "Condition");
    boolean onlyFailures = condition.equals("on-failure") || service.job();
    if (condition.equals("none") || (onlyFailures && task.state == TaskState.COMPLETE)) {
      return false;
    }
    long attempts = Json.number(policy, 0, "MaxAttempts");
    return attempts == 0 || restartsOf(task, policy) < attempts;
  }

  private long restartsOf(Task task, JsonNode policy) {
    Past past = history.get(key(task));
    if (past == null || past.specVersion() != task.specVersion) {
      return 0;
    }
    long window = Json.number(policy, 0, "Window");
    if (window == 0) {
      return past.restarts().size();
    }
    // Counted is what happened within the window before the task ended, and not after.
    Instant ended = task.timestamp;
    Instant since = ended.minus(Duration.ofNanos(window));
    return past.restarts().stream().filter(at -> at.isAfter(since) && at.isBefore(ended)).count();
  }

  private static String key(Task task) {
    return task.serviceId + "/" + task.key();
  }

  /** Shuts a task down and, if it is to be followed by another, lets that one wait its turn. */
  void restart(Task task, Service service, Orchestrator orchestrator) {
    boolean again = wanted(task, service);
    orchestrator.desire(task, TaskState.SHUTDOWN);
    if (!again) {
      return;
    }
    Past past = history.get(key(task));
    if (past == null || past.specVersion() != service.specVersion) {
      past = new Past(service.specVersion, new ArrayList<>());
      history.put(key(task), past);
    }
    past.restarts().add(cluster.now());
    Task next = orchestrator.create(service, task.slot, task.global() ? task.nodeId : "");
    Node node = cluster.nodeOf(task);
    boolean drained = node != null && node.availability().equals("drain");
    next.heldUntil = cluster.now().plus(drained ? Duration.ZERO : delay(task));
    cluster.wakeAt(next.heldUntil);
    boolean gone = node == null || node.state.equals("down") || task.state.ended();
    orchestrator.follow(next, gone ? null : task);
  }

  private static Duration delay(Task task) {
    return Duration.ofNanos(Json.number(task.spec, DELAY.toNanos(), "RestartPolicy", "Delay"));
  }
}
