package io.github.swarmclient;

import io.github.swarmclient.internal.tar.TarSource;
import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The tasks of a swarm. What concerns a task's container is done through the connection to the
 * engine that runs it: see {@link SwarmClient#reaching}.
 */
public final class Tasks {
  private final ApiCalls calls;
  private final NodeConnections connections;

  Tasks(ApiCalls calls, NodeConnections connections) {
    this.calls = calls;
    this.connections = connections;
  }

  /** Returns all tasks that the swarm remembers, also those that are over. */
  public List<Task> list() {
    return list(query -> {});
  }

  /**
   * Returns some of the tasks, also those that are over.
   *
   * @throws NotFoundException if there is no such service or node
   */
  public List<Task> list(Consumer<TaskQuery> which) {
    TaskQuery query = new TaskQuery();
    which.accept(query);
    String operation = "task list";
    query.replaceSelf(() -> new NodeLookup(calls).self(operation));
    return calls.get(operation, "/tasks").filters(query.filters()).readList(Task.class);
  }

  /**
   * Returns a task.
   *
   * @param id its ID, or an unambiguous beginning of it
   * @throws NotFoundException if there is none
   */
  public Task inspect(String id) {
    return calls.get("task inspect of " + Text.printable(id), "/tasks/{}", id).read(Task.class);
  }

  /** Begins to read the log of a task. */
  public LogRequest logs(String id) {
    return LogRequest.ofTask(calls, id);
  }

  /** Begins to run a command in the container of a task. */
  public TaskExec exec(Task task) {
    return new TaskExec(TaskContainer.of(calls, connections, "exec", task));
  }

  /** Begins to run a command in the container of a task, given by its ID. */
  public TaskExec exec(String id) {
    return new TaskExec(TaskContainer.of(calls, connections, "exec", id));
  }

  /** Runs a command in the container of a task, without a shell, and waits for its end. */
  public ExecResult exec(Task task, String... command) {
    return exec(task).command(command).execute();
  }

  /** Runs a command in the container of a task, given by its ID, and waits for its end. */
  public ExecResult exec(String id, String... command) {
    return exec(id).command(command).execute();
  }

  /**
   * Copies a file, or a folder with all that is in it, into a folder in the container of a task.
   * There it belongs to root and has the mode it has here; symbolic links stay links.
   *
   * @param directory the folder in the container, absolute; it has to exist
   * @throws NotFoundException if there is no such folder
   * @throws NoContainerException if the task has no container
   * @throws NoConnectionException if this client does not reach the task's node
   */
  public void copyTo(Task task, Path source, String directory) {
    TaskContainer.of(calls, connections, "copy", task).copyTo(TarSource.of(source), directory);
  }

  /** Does the same for the task of an ID. */
  public void copyTo(String id, Path source, String directory) {
    TaskContainer.of(calls, connections, "copy", id).copyTo(TarSource.of(source), directory);
  }

  /**
   * Copies a file, or a folder with all that is in it, from the container of a task into {@code
   * directory}, where it keeps its name. Files that are there are replaced.
   *
   * @param path what to copy, absolute
   * @throws NotFoundException if there is no such path
   * @throws MalformedResponseException if what comes would be written outside of {@code directory},
   *     points there, or is no file, folder or link
   * @throws NoContainerException if the task has no container
   * @throws NoConnectionException if this client does not reach the task's node
   */
  public void copyFrom(Task task, String path, Path directory) {
    Objects.requireNonNull(directory, "directory");
    TaskContainer.of(calls, connections, "copy", task).copyFrom(path, directory);
  }

  /** Does the same for the task of an ID. */
  public void copyFrom(String id, String path, Path directory) {
    Objects.requireNonNull(directory, "directory");
    TaskContainer.of(calls, connections, "copy", id).copyFrom(path, directory);
  }
}
