package io.github.swarmclient;

import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The services of a swarm, to be asked of a manager. A service is named by its ID, its name or the
 * beginning of its ID. Thread-safe; the operations it begins are not, and are used once.
 */
public final class Services {
  private final ApiCalls calls;
  private final NodeConnections connections;
  private final ImageResolution resolution;

  Services(ApiCalls calls, NodeConnections connections, ImageResolution resolution) {
    this.calls = calls;
    this.connections = connections;
    this.resolution = resolution;
  }

  /**
   * Begins to make a service.
   *
   * @throws IllegalArgumentException if the name is none
   */
  public ServiceCreate create(String name) {
    return new ServiceCreate(calls, name, resolution);
  }

  /** Returns all services, with how many of their tasks run. API 1.41 for that. */
  public ServiceList list() {
    return new ServiceList(
        calls.get("service list", "/services").query("status", true).readList(Service.class));
  }

  /**
   * Returns a service as it is stored.
   *
   * @throws NotFoundException if there is no such service
   * @throws InvalidRequestException if several IDs begin so
   */
  public Service inspect(String service) {
    return calls.get("service inspect of " + service, "/services/{}", service).read(Service.class);
  }

  /** Returns a service as {@link #inspect} does, with the engine's defaults for what is not set. */
  public Service inspectWithDefaults(String service) {
    return calls
        .get("service inspect of " + service, "/services/{}", service)
        .query("insertDefaults", true)
        .read(Service.class);
  }

  /** Begins to change a service. */
  public ServiceUpdate update(String service) {
    return new ServiceUpdate(calls, service, resolution);
  }

  /**
   * Begins to set the number of replicas of a service. Tasks that stay are left alone.
   *
   * @throws IllegalArgumentException if negative
   */
  public ServiceUpdate scale(String service, long replicas) {
    return update(service).replicas(replicas);
  }

  /** Begins to set the number of replicas of several services. */
  public ServiceScale scale(Map<String, ? extends Number> replicas) {
    return new ServiceScale(calls, replicas);
  }

  /** Begins to take a service back to its previous spec. */
  public ServiceRollback rollback(String service) {
    return new ServiceRollback(calls, service);
  }

  /** Begins to wait until the tasks of a service follow its spec. */
  public Rollout rollout(String service) {
    return new Rollout(calls, "rollout of " + service, service).withoutChange();
  }

  /** Begins to remove a service. */
  public ServiceRemove remove(String service) {
    return new ServiceRemove(calls, service);
  }

  /**
   * Returns the tasks of a service, also those of before as far as the engine keeps them, by slot
   * and the newest first.
   *
   * @throws NotFoundException if there is no such service
   */
  public ServiceTasks tasks(String service) {
    String operation = "service tasks of " + service;
    Service found = calls.get(operation, "/services/{}", service).read(Service.class);
    String id = Objects.requireNonNull(found.id(), "services have an ID");
    List<Task> tasks =
        calls.get(operation, "/tasks").filters(Map.of("service", List.of(id))).readList(Task.class);
    return ServiceTasks.of(calls, operation, tasks, List.of(found));
  }

  /** Begins to read what the containers of a service wrote. */
  public LogRequest logs(String service) {
    return LogRequest.ofService(calls, service);
  }

  /**
   * Copies a file or folder into every running container of a service, each through the connection
   * to its node.
   *
   * @param source the file or folder on this machine
   * @param directory the folder in the containers, which has to be there
   * @return the tasks whose containers have it now
   * @throws NoConnectionException if a container runs on a node this client cannot reach
   */
  public List<Task> copyTo(String service, Path source, String directory) {
    return TaskContainer.copyToService(calls, connections, service, source, directory);
  }
}
