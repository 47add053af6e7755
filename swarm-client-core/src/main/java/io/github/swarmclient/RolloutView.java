package io.github.swarmclient;

import io.github.swarmclient.model.JobStatus;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.ObjectVersion;
import io.github.swarmclient.model.ReplicatedJob;
import io.github.swarmclient.model.ReplicatedService;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.model.RestartPolicy;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskSpec;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.model.UpdateConfig;
import io.github.swarmclient.model.UpdateState;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service, its tasks and the nodes as they were seen at one time. */
final class RolloutView {
  private static final Duration DEFAULT_MONITOR = Duration.ofSeconds(5);

  final Service service;
  private final List<Task> all;
  private final Map<String, Node> nodes;

  private @Nullable Map<String, Long> failures;

  /** The task that stands for each slot, or node of a global service, in order. */
  private final Map<String, Task> current;

  private RolloutView(Service service, List<Task> all, List<Task> upToDate, List<Node> nodes) {
    this.service = service;
    this.all = all;
    this.nodes = nodes.stream().collect(Collectors.toMap(NodeFacts::id, node -> node, (a, b) -> b));
    this.current = isJob() ? newestOfIteration() : bySlot(upToDate);
  }

  static RolloutView read(ApiCalls calls, String operation, String name) {
    Service service = calls.get(operation, "/services/{}", name).read(Service.class);
    String id = Objects.requireNonNull(service.id(), "services have an ID");
    List<Task> upToDate =
        tasks(calls, operation, Map.of("service", List.of(id), "_up-to-date", List.of("true")));
    return new RolloutView(
        service,
        tasks(calls, operation, Map.of("service", List.of(id))),
        upToDate,
        calls.get(operation, "/nodes").readList(Node.class));
  }

  private static List<Task> tasks(
      ApiCalls calls, String operation, Map<String, List<String>> filters) {
    return calls.get(operation, "/tasks").filters(filters).readList(Task.class);
  }

  // --- the service

  private ServiceSpec spec() {
    return Objects.requireNonNull(service.spec(), "services have a spec");
  }

  private ServiceMode mode() {
    return Objects.requireNonNullElse(spec().mode(), ServiceMode.builder().build());
  }

  boolean isJob() {
    return mode().replicatedJob() != null || mode().globalJob() != null;
  }

  boolean isGlobal() {
    return mode().global() != null || mode().globalJob() != null;
  }

  String name() {
    return Objects.requireNonNullElse(spec().name(), "");
  }

  @Nullable UpdateState updateState() {
    return service.updateStatus() == null ? null : service.updateStatus().state();
  }

  String updateMessage() {
    return service.updateStatus() == null
        ? ""
        : Objects.requireNonNullElse(service.updateStatus().message(), "");
  }

  /** Returns for how long tasks must stay up to count as running. */
  Duration monitor(boolean rollback) {
    UpdateConfig config = rollback ? spec().rollbackConfig() : spec().updateConfig();
    Duration monitor = config == null ? null : config.monitor();
    return monitor == null || monitor.isZero() ? DEFAULT_MONITOR : monitor;
  }

  // --- the tasks

  List<Task> currentTasks() {
    return List.copyOf(current.values());
  }

  List<Task> allTasks() {
    return all;
  }

  /**
   * Returns one task for each slot as the command line chooses it: the one that is least far on its
   * way, wanted and seen, unless its node is down.
   */
  private Map<String, Task> bySlot(Collection<Task> upToDate) {
    Map<String, Task> chosen = new HashMap<>();
    for (Task task : upToDate) {
      if (TaskFacts.desired(task).order() > 0 && TaskFacts.observed(task).order() > 0) {
        chosen.merge(place(task), task, RolloutView::lessFar);
      }
    }
    chosen.values().removeIf(this::isOnDownNode);
    if (isGlobal()) {
      // Of a drained node only the tasks that were stopped are left.
      chosen.values().removeIf(task -> TaskFacts.desired(task).terminal());
    }
    return inOrder(chosen);
  }

  private static Task lessFar(Task a, Task b) {
    Comparator<Task> far =
        Comparator.<Task>comparingInt(task -> TaskFacts.desired(task).order())
            .thenComparingInt(task -> TaskFacts.observed(task).order());
    return far.compare(a, b) <= 0 ? a : b;
  }

  private Map<String, Task> newestOfIteration() {
    Map<String, Task> chosen = new HashMap<>();
    for (Task task : all) {
      if (TaskFacts.iteration(task) == iteration() && TaskFacts.observed(task).order() > 0) {
        chosen.merge(place(task), task, RolloutView::completeOrLessFar);
      }
    }
    if (isGlobal()) {
      chosen.values().removeIf(this::isLost);
    }
    return inOrder(chosen);
  }

  /** Returns whether nothing more will come of a job's task, as its node is down or drained. */
  private boolean isLost(Task task) {
    boolean stopped = TaskFacts.desired(task).order() > TaskState.COMPLETE.order();
    boolean open = !TaskFacts.observed(task).equals(TaskState.COMPLETE) && !TaskFacts.failed(task);
    return open && (stopped || isOnDownNode(task));
  }

  private static Task completeOrLessFar(Task a, Task b) {
    if (TaskFacts.observed(a).equals(TaskState.COMPLETE)) {
      return a;
    }
    return TaskFacts.observed(b).equals(TaskState.COMPLETE)
            || TaskFacts.observed(b).order() < TaskFacts.observed(a).order()
        ? b
        : a;
  }

  private long iteration() {
    JobStatus job = service.jobStatus();
    ObjectVersion iteration = job == null ? null : job.jobIteration();
    return iteration == null ? 0 : Objects.requireNonNullElse(iteration.index(), 0L);
  }

  private Map<String, Task> inOrder(Map<String, Task> tasks) {
    TreeMap<String, Task> sorted =
        new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(c -> c));
    sorted.putAll(tasks);
    return new LinkedHashMap<>(sorted);
  }

  private String place(Task task) {
    return isGlobal() ? TaskFacts.nodeId(task) : Integer.toString(TaskFacts.slot(task));
  }

  String placeName(Task task) {
    return name() + "." + (isGlobal() ? nodeName(task) : place(task));
  }

  String nodeName(Task task) {
    Node node = nodes.get(TaskFacts.nodeId(task));
    return node == null ? TaskFacts.nodeId(task) : NodeFacts.name(node);
  }

  private boolean isOnDownNode(Task task) {
    String nodeId = TaskFacts.nodeId(task);
    Node node = nodes.get(nodeId);
    return !nodeId.isEmpty() && (node == null || NodeFacts.isDown(node));
  }

  // --- the verdict of the counts

  /** Returns how many tasks should run, or of a job complete. */
  long desired() {
    ReplicatedService replicated = mode().replicated();
    ReplicatedJob job = mode().replicatedJob();
    if (job != null) {
      Long total = job.totalCompletions();
      return total != null ? total : Objects.requireNonNullElse(job.maxConcurrent(), 1L);
    }
    return replicated == null
        ? current.size()
        : Objects.requireNonNullElse(replicated.replicas(), 1L);
  }

  long running() {
    return current.values().stream().filter(this::isDone).count();
  }

  private boolean isDone(Task task) {
    TaskState state = TaskFacts.observed(task);
    return isJob()
        ? state.equals(TaskState.COMPLETE)
        : TaskFacts.runs(task) || (state.equals(TaskState.COMPLETE) && !startsAgain());
  }

  /** Returns whether a task that ended well is started again. */
  private boolean startsAgain() {
    TaskSpec task = spec().taskTemplate();
    RestartPolicy policy = task == null ? null : task.restartPolicy();
    RestartCondition condition = policy == null ? null : policy.condition();
    return condition == null || condition.equals(RestartCondition.ANY);
  }

  /** Returns the tasks that nobody wants any more, and that have not stopped yet. */
  List<Task> stopping() {
    return all.stream().filter(t -> TaskFacts.stops(t) && !isOnDownNode(t)).toList();
  }

  boolean isConverged() {
    return running() == desired() && (isJob() || stopping().isEmpty());
  }

  /** Returns the slots in which nothing runs although tasks failed there. */
  List<Task> brokenSlots() {
    return current.values().stream().filter(task -> !isDone(task)).toList();
  }

  long failuresIn(Task slot) {
    return failures().getOrDefault(place(slot), 0L);
  }

  /** Counted once for all slots: there may be thousands. */
  private Map<String, Long> failures() {
    if (failures == null) {
      failures =
          all.stream()
              .filter(TaskFacts::failed)
              .collect(Collectors.groupingBy(this::place, Collectors.counting()));
    }
    return failures;
  }
}
