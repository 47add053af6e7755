package io.github.swarmclient;

import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A task with the names that its own object does not tell. */
public final class ServiceTask {
  private final Task task;
  private final String service;
  private final boolean global;
  private final String node;

  /**
   * Gives a task its name.
   *
   * @param service null if it is gone, or not known
   * @param node the host name of its node
   */
  ServiceTask(Task task, @Nullable Service service, String node) {
    this.task = task;
    this.node = node;
    ServiceSpec spec = service == null ? null : service.spec();
    String name = spec == null ? null : spec.name();
    this.service = name != null ? name : Objects.requireNonNullElse(task.serviceId(), "");
    this.global = isGlobal(spec == null ? null : spec.mode(), task);
  }

  /** Engines leave out the slot 0, which jobs have and global tasks have not. */
  private static boolean isGlobal(@Nullable ServiceMode mode, Task task) {
    return mode == null
        ? task.slot() == null && task.jobIteration() == null
        : mode.global() != null || mode.globalJob() != null;
  }

  /** Returns the task as the engine reports it. */
  public Task task() {
    return task;
  }

  String service() {
    return service;
  }

  /** Returns the ID. */
  public String id() {
    return TaskFacts.id(task);
  }

  /** Returns the place in the service: {@code my_web.2}, of a global one {@code my_web.NODE-ID}. */
  public String name() {
    return service + "." + (global ? TaskFacts.nodeId(task) : TaskFacts.slot(task));
  }

  /** Returns the image, with its digest if it has one. */
  public String image() {
    return task.spec() == null || task.spec().containerSpec() == null
        ? ""
        : Objects.requireNonNullElse(task.spec().containerSpec().image(), "");
  }

  /** Returns the host name of the node, or an empty text while there is none. */
  public String node() {
    return node;
  }

  /** Returns the state that the orchestrator wants. */
  public TaskState desiredState() {
    return TaskFacts.desired(task);
  }

  /** Returns the state that was seen. */
  public TaskState state() {
    return TaskFacts.observed(task);
  }

  /** Returns since when the task has been in its state; null if the engine does not say. */
  public @Nullable Instant since() {
    return TaskFacts.since(task);
  }

  /** Returns what the engine says is wrong, or an empty text. */
  public String error() {
    return TaskFacts.error(task);
  }

  /** Returns the ports of the node that lead to this task alone, those in host mode. */
  public List<PortConfig> ports() {
    return task.status() == null || task.status().portStatus() == null
        ? List.of()
        : task.status().portStatus().ports();
  }

  /** Returns name, node and state. */
  @Override
  public String toString() {
    return name() + " on " + node + ": " + state() + (error().isEmpty() ? "" : " " + error());
  }
}
