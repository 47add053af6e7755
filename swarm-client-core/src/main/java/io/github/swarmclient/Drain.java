package io.github.swarmclient;

import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.model.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Watches the tasks of a node stop, and others take their place. */
final class Drain {
  private static final Set<TaskState> ENDED =
      Set.of(
          TaskState.COMPLETE,
          TaskState.SHUTDOWN,
          TaskState.FAILED,
          TaskState.REJECTED,
          TaskState.REMOVE,
          TaskState.ORPHANED);
  private static final Set<TaskState> NOT_WANTED =
      Set.of(TaskState.SHUTDOWN, TaskState.REMOVE, TaskState.FAILED, TaskState.REJECTED);

  private final ApiCalls calls;
  private final String operation;
  private final String nodeId;

  /** The tasks that ran there, by ID. */
  private final Map<String, Task> stopping = new LinkedHashMap<>();

  /** Whether the tasks of a service, by its ID, are replaced elsewhere. */
  private final Map<String, Boolean> replaces = new HashMap<>();

  /** Tasks that run, or never will, in place of others, by the ID of the replaced. */
  private final Map<String, Task> replacements = new HashMap<>();

  private List<Task> unsettled = List.of();

  Drain(ApiCalls calls, String operation, String nodeId) {
    this.calls = calls;
    this.operation = operation;
    this.nodeId = nodeId;
  }

  /** Takes down which tasks are on the node, before it is drained. */
  void begin() {
    look(false);
  }

  /** Returns the outcome, once there is one. */
  Optional<Drained> probe() {
    Node node = new NodeLookup(calls).byId(operation, nodeId);
    unsettled = look(NodeFacts.isDown(node));
    if (unsettled.isEmpty()) {
      unsettled = replace();
    }
    return unsettled.isEmpty()
        ? Optional.of(new Drained(node, List.copyOf(stopping.values()), replacements))
        : Optional.empty();
  }

  /** Returns which tasks are not where they should be. */
  String whyNotYet() {
    return unsettled.stream().map(this::describe).collect(Collectors.joining(", "));
  }

  /** Returns the tasks that are still on the node. */
  private List<Task> look(boolean down) {
    List<Task> there = new ArrayList<>();
    for (Task task : tasks("node", nodeId)) {
      // Of a node that is down nobody tells that its tasks have ended.
      boolean runs = !ENDED.contains(state(task)) && !(down && notWanted(task));
      if (runs) {
        there.add(task);
      }
      if (runs || stopping.containsKey(id(task))) {
        stopping.put(id(task), task);
      }
    }
    return there;
  }

  /** Finds the replacements, and returns those that have yet to run. */
  private List<Task> replace() {
    List<Task> starting = new ArrayList<>();
    Map<String, List<Task>> ofService = new HashMap<>();
    for (Task old : stopping.values()) {
      String service = Objects.requireNonNullElse(old.serviceId(), "");
      if (replacements.containsKey(id(old)) || service.isEmpty() || !replaces(service)) {
        continue;
      }
      List<Task> candidates = ofService.computeIfAbsent(service, any -> tasksOfService(service));
      Task next = replacement(old, candidates);
      if (next != null && isSettled(next)) {
        replacements.put(id(old), next);
      } else if (next != null) {
        starting.add(next);
      }
    }
    return starting;
  }

  private @Nullable Task replacement(Task old, List<Task> candidates) {
    return candidates.stream()
        .filter(task -> slot(task) == slot(old) && !nodeId.equals(task.nodeId()))
        .filter(task -> !notWanted(task) && !stopping.containsKey(id(task)))
        .max(Comparator.comparing(Drain::created))
        .orElse(null);
  }

  private static boolean isSettled(Task task) {
    TaskStatus status = task.status();
    boolean unschedulable =
        TaskState.PENDING.equals(state(task))
            && status != null
            && !Objects.requireNonNullElse(status.err(), "").isEmpty();
    return TaskState.RUNNING.equals(state(task))
        || TaskState.COMPLETE.equals(state(task))
        || unschedulable;
  }

  /** A global service has one task on each node, so that none takes the place of another. */
  private boolean replaces(String serviceId) {
    return replaces.computeIfAbsent(
        serviceId,
        id -> {
          try {
            Service service = calls.get(operation, "/services/{}", id).read(Service.class);
            ServiceSpec spec = service.spec();
            ServiceMode mode = spec == null ? null : spec.mode();
            return mode == null || (mode.global() == null && mode.globalJob() == null);
          } catch (NotFoundException gone) {
            return false;
          }
        });
  }

  private List<Task> tasksOfService(String serviceId) {
    try {
      return tasks("service", serviceId);
    } catch (NotFoundException gone) {
      return List.of();
    }
  }

  private List<Task> tasks(String filter, String id) {
    return calls.get(operation, "/tasks").filters(Map.of(filter, List.of(id))).readList(Task.class);
  }

  private String describe(Task task) {
    TaskStatus status = task.status();
    String err = status == null ? "" : Objects.requireNonNullElse(status.err(), "");
    return "task "
        + id(task)
        + (slot(task) == 0 ? "" : " in slot " + slot(task))
        + " of service "
        + task.serviceId()
        + " is "
        + state(task)
        + (nodeId.equals(task.nodeId()) ? " there" : " on node " + task.nodeId())
        + (err.isEmpty() ? "" : " (" + err + ")");
  }

  private static boolean notWanted(Task task) {
    return task.desiredState() != null && NOT_WANTED.contains(task.desiredState());
  }

  private static String id(Task task) {
    return Objects.requireNonNull(task.id(), "tasks have an ID");
  }

  private static TaskState state(Task task) {
    TaskStatus status = task.status();
    return status == null || status.state() == null ? TaskState.NEW : status.state();
  }

  private static int slot(Task task) {
    return Objects.requireNonNullElse(task.slot(), 0);
  }

  private static Instant created(Task task) {
    return Objects.requireNonNullElse(task.createdAt(), Instant.EPOCH);
  }
}
