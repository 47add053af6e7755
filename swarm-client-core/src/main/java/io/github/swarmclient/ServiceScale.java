package io.github.swarmclient;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sets the number of replicas of several services. Tasks that stay are left alone. */
public final class ServiceScale {
  private final ApiCalls calls;
  private final Map<String, ? extends Number> replicas;
  private boolean lossy;

  ServiceScale(ApiCalls calls, Map<String, ? extends Number> replicas) {
    this.calls = calls;
    this.replicas = new LinkedHashMap<>(replicas);
    this.replicas.values().forEach(count -> Checks.notNegative("replicas", count.longValue()));
  }

  /** Goes on where a service would lose fields, as {@link ServiceUpdate#allowLossy} says. */
  public ServiceScale allowLossy() {
    this.lossy = true;
    return this;
  }

  /**
   * Scales one service after the other, and returns before the tasks follow. A failure does not
   * keep the rest from being scaled; it is thrown in the end, and carries the others as suppressed.
   *
   * @throws UnsupportedApiException if a service would lose fields and {@link #allowLossy} was not
   *     said; that one is not scaled
   */
  public void execute() {
    Failures failures = new Failures();
    replicas.forEach((service, count) -> failures.collect(() -> update(service, count).execute()));
    failures.throwFirst();
  }

  /** Scales the services and waits until the tasks of all followed. */
  public Map<String, RolloutResult> await() {
    return await(rollout -> rollout);
  }

  /** Scales the services and waits, for each, as {@code settings} say. */
  public Map<String, RolloutResult> await(UnaryOperator<Rollout> settings) {
    execute();
    Map<String, RolloutResult> results = new LinkedHashMap<>();
    Failures failures = new Failures();
    for (String service : replicas.keySet()) {
      failures.collect(
          () -> {
            Rollout rollout = new Rollout(calls, "service scale of " + service, service);
            results.put(service, settings.apply(rollout).await());
          });
    }
    failures.throwFirst();
    return results;
  }

  private ServiceUpdate update(String service, Number count) {
    ServiceUpdate update =
        new ServiceUpdate(calls, service, ImageResolution.OFF).replicas(count.longValue());
    return lossy ? update.allowLossy() : update;
  }
}
