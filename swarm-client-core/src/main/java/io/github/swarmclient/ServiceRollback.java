package io.github.swarmclient;

import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceUpdated;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Takes a service back to the spec it had before its last update. Done twice, nothing changed. */
public final class ServiceRollback {
  private final ApiCalls calls;
  private final String service;

  ServiceRollback(ApiCalls calls, String service) {
    this.calls = calls;
    this.service = service;
  }

  /**
   * Begins the rollback, and returns before the tasks follow.
   *
   * @throws InvalidRequestException or {@link RefusedException} if there is no previous spec, as
   *     after a rollback that the engine did by itself
   */
  public ServiceUpdated execute() {
    return Conflicts.retry(
        () -> {
          Service current = calls.get(operation(), "/services/{}", service).read(Service.class);
          return calls
              .post(operation(), "/services/{}/update", Objects.requireNonNull(current.id()))
              .query("version", Conflicts.index(current.version()))
              .query("rollback", "previous")
              .body(Objects.requireNonNull(current.spec()))
              .read(ServiceUpdated.class);
        });
  }

  /**
   * Rolls back and waits until the tasks followed. The outcome is {@link
   * RolloutOutcome#ROLLED_BACK}.
   *
   * @throws RolloutException if they do not follow
   */
  public RolloutResult await() {
    return await(rollout -> rollout);
  }

  /** Rolls back and waits as {@code settings} say. */
  public RolloutResult await(UnaryOperator<Rollout> settings) {
    execute();
    return settings.apply(new Rollout(calls, operation(), service).expectingRollback()).await();
  }

  private String operation() {
    return "service rollback of " + service;
  }
}
