package io.github.swarmclient;

import io.github.swarmclient.model.PortConfig;
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
  private final String node;

  ServiceTask(Task task, String service, String node) {
    this.task = task;
    this.service = service;
    this.node = node;
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
    Integer slot = task.slot();
    boolean global = slot == null && task.jobIteration() == null;
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
