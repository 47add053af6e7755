package io.github.swarmclient;

import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes a service. */
public final class ServiceRemove {
  private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(2);

  private final ApiCalls calls;
  private final String service;
  private Duration within = DEFAULT_DEADLINE;

  ServiceRemove(ApiCalls calls, String service) {
    this.calls = calls;
    this.service = service;
  }

  /** Sets the deadline of {@link #awaitGone}; 2 minutes if this is not called. */
  public ServiceRemove within(Duration deadline) {
    this.within = Poller.positive(deadline);
    return this;
  }

  /**
   * Removes the service, and returns while its tasks still stop.
   *
   * @throws NotFoundException if there is no such service
   */
  public void execute() {
    calls.delete(operation(), "/services/{}", service).done();
  }

  /**
   * Removes the service and waits until its tasks are gone too, as removing its networks and
   * secrets needs. Tasks on nodes that are down are not waited for.
   */
  public void awaitGone() {
    Service removed = calls.get(operation(), "/services/{}", service).read(Service.class);
    String id = Objects.requireNonNull(removed.id(), "services have an ID");
    execute();
    new Poller(calls.time(), within)
        .until(
            operation(),
            () -> leftovers(id).isEmpty() ? Optional.of(id) : Optional.empty(),
            () -> leftovers(id).size() + " of its tasks are still there");
  }

  /** Asks for all tasks: the filter by service is a 404 as soon as the service is gone. */
  private List<Task> leftovers(String id) {
    List<Task> left =
        calls.get(operation(), "/tasks").readList(Task.class).stream()
            .filter(task -> id.equals(task.serviceId()) && !isHistory(task))
            .toList();
    if (left.isEmpty()) {
      return left;
    }
    Set<String> up =
        calls.get(operation(), "/nodes").readList(Node.class).stream()
            .filter(node -> !NodeFacts.isDown(node))
            .map(NodeFacts::id)
            .collect(Collectors.toSet());
    return left.stream().filter(task -> up.contains(TaskFacts.nodeId(task))).toList();
  }

  /** Engines before 23 never remove tasks that had ended by themselves. Those hold nothing. */
  private static boolean isHistory(Task task) {
    return TaskFacts.observed(task).terminal() && !TaskState.REMOVE.equals(task.desiredState());
  }

  private String operation() {
    return "service remove of " + service;
  }
}
