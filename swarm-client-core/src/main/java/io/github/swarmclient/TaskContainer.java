package io.github.swarmclient;

import io.github.swarmclient.internal.tar.TarSource;
import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ContainerStatus;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.model.TaskStatus;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The container of a task, at the engine that runs it.
 *
 * @param operation what is attempted, and on what, for messages
 */
record TaskContainer(ApiCalls engine, String operation, String id) {

  static TaskContainer of(ApiCalls calls, NodeConnections connections, String verb, String taskId) {
    String operation = verb + " in task " + Text.printable(taskId);
    Task task = calls.get(operation, "/tasks/{}", taskId).read(Task.class);
    return at(operation, task, nodeId -> connections.of(operation, nodeId));
  }

  /** Believes a task that has a container, and asks after one that had none when it was read. */
  static TaskContainer of(ApiCalls calls, NodeConnections connections, String verb, Task task) {
    String taskId = Objects.requireNonNull(task.id(), "the task has no ID");
    String operation = verb + " in task " + Text.printable(taskId);
    return containerId(task) == null
        ? of(calls, connections, verb, taskId)
        : at(operation, task, nodeId -> connections.of(operation, nodeId));
  }

  /**
   * Copies into the container of every running task of a service. All containers are found before
   * the first is written to.
   *
   * @return the tasks
   */
  static List<Task> copyToService(
      ApiCalls calls, NodeConnections connections, String service, Path source, String directory) {
    String operation = "copy to service " + Text.printable(service);
    TarSource tar = TarSource.of(source);
    List<Task> tasks =
        new ArrayList<>(
            calls
                .get(operation, "/tasks")
                .filters(new TaskQuery().service(service).desiredState(TaskState.RUNNING).filters())
                .readList(Task.class));
    tasks.removeIf(task -> !runs(task));
    if (tasks.isEmpty()) {
      throw new NoContainerException(operation, "none of its tasks is running");
    }
    Map<String, ApiCalls> engines = new HashMap<>();
    List<TaskContainer> containers = new ArrayList<>();
    for (Task task : tasks) {
      containers.add(
          at(
              operation,
              task,
              nodeId -> engines.computeIfAbsent(nodeId, id -> connections.of(operation, id))));
    }
    containers.forEach(container -> container.copyTo(tar, directory));
    return List.copyOf(tasks);
  }

  /** Finds the engine of a node. */
  private interface Engines {
    ApiCalls of(String nodeId);
  }

  private static TaskContainer at(String operation, Task task, Engines engines) {
    String nodeId = task.nodeId();
    String containerId = containerId(task);
    if (nodeId == null || containerId == null) {
      throw new NoContainerException(operation, why(task));
    }
    return new TaskContainer(engines.of(nodeId), operation, containerId);
  }

  private static @Nullable String containerId(Task task) {
    TaskStatus status = task.status();
    ContainerStatus container = status == null ? null : status.containerStatus();
    String id = container == null ? null : container.containerId();
    return id == null || id.isEmpty() ? null : id;
  }

  private static boolean runs(Task task) {
    TaskState state = state(task);
    return state != null && state.equals(TaskState.RUNNING);
  }

  private static @Nullable TaskState state(Task task) {
    TaskStatus status = task.status();
    return status == null ? null : status.state();
  }

  private static String why(Task task) {
    TaskStatus status = task.status();
    String why = "the task has no container; its state is " + state(task);
    if (status != null && status.err() != null) {
      return why + ": " + status.err();
    }
    return status != null && status.message() != null ? why + ": " + status.message() : why;
  }

  /** Copies into a folder of the container. */
  void copyTo(TarSource tar, String directory) {
    ApiCall call =
        engine
            .put(operation, "/containers/{}/archive", id)
            .query("path", absolute(directory))
            .query("noOverwriteDirNonDir", "true")
            // Never compressed: CVE-2026-41567.
            .body(RequestBody.streaming("application/x-tar", tar::writeTo));
    try {
      call.done();
    } catch (TransportException e) {
      if (e.getCause() instanceof FileSystemException local) {
        throw localFailure("read", local);
      }
      throw e;
    }
  }

  /** Copies out of the container. */
  void copyFrom(String path, Path directory) {
    ApiCall call =
        engine.get(operation, "/containers/{}/archive", id).query("path", absolute(path));
    try (TransportResponse response = call.open()) {
      new TarTarget(operation, directory).read(response.body());
    } catch (FileSystemException e) {
      throw localFailure("written", e);
    } catch (IOException e) {
      throw new TransportException(operation, engine.names(), false, e);
    }
  }

  private SwarmException localFailure(String verb, FileSystemException e) {
    return new SwarmException(
        operation, "a file here cannot be " + verb + ": " + e.getMessage(), e);
  }

  private static String absolute(String path) {
    if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "\"" + Text.printable(path) + "\" is no absolute path in a container: it begins with /");
    }
    return path;
  }
}
