package io.github.swarmclient;

import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.internal.text.Words;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.Task;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tasks as {@code docker service ps} shows them: by slot, the newest first. Immutable. */
public final class ServiceTasks extends Snapshot<ServiceTask> {
  private static final Comparator<ServiceTask> ORDER =
      Comparator.<ServiceTask, String>comparing(ServiceTask::service)
          .thenComparingInt(task -> TaskFacts.slot(task.task()))
          .thenComparing(task -> TaskFacts.slot(task.task()) == 0 ? task.name() : "")
          .thenComparing(ServiceTasks::created, Comparator.reverseOrder());

  private final Instant now;

  private ServiceTasks(List<ServiceTask> tasks, Instant now) {
    super(tasks);
    this.now = now;
  }

  /** Gives the tasks their names. */
  static ServiceTasks of(
      ApiCalls calls, String operation, List<Task> tasks, List<Service> services) {
    Map<String, Service> known =
        services.stream().collect(Collectors.toMap(s -> String.valueOf(s.id()), s -> s));
    Map<String, String> hosts =
        calls.get(operation, "/nodes").readList(Node.class).stream()
            .collect(Collectors.toMap(NodeFacts::id, NodeFacts::name));
    List<ServiceTask> named =
        tasks.stream()
            .map(
                task -> {
                  String nodeId = TaskFacts.nodeId(task);
                  String serviceId = task.serviceId() == null ? "" : task.serviceId();
                  String host = hosts.getOrDefault(nodeId, nodeId);
                  return new ServiceTask(task, known.get(serviceId), host);
                })
            .sorted(ORDER)
            .toList();
    return new ServiceTasks(named, calls.time().now());
  }

  private static Instant created(ServiceTask task) {
    Instant created = task.task().createdAt();
    return created == null ? Instant.EPOCH : created;
  }

  /** Returns only those that run. */
  public List<ServiceTask> running() {
    return stream().filter(task -> TaskFacts.runs(task.task())).toList();
  }

  /** Returns a table as {@code docker service ps} prints it. */
  @Override
  public String pretty() {
    Table table =
        new Table(
            "ID", "NAME", "IMAGE", "NODE", "DESIRED STATE", "CURRENT STATE", "ERROR", "PORTS");
    String before = "";
    for (ServiceTask task : this) {
      // Older tasks of a slot stand indented below its newest.
      String indent = task.name().equals(before) ? " \\_ " : "";
      before = task.name();
      table.row(
          task.id().substring(0, Math.min(12, task.id().length())),
          indent + task.name(),
          Words.withoutDigest(task.image()),
          task.node(),
          Words.capitalised(task.desiredState().value()),
          Words.capitalised(task.state().value()) + " " + Words.ago(task.since(), now),
          task.error().isEmpty() ? "" : "\"" + task.error() + "\"",
          Words.hostPorts(task.ports()));
    }
    return table.toString();
  }
}
