package io.github.swarmclient;

import io.github.swarmclient.model.EndpointSpec;
import io.github.swarmclient.model.Placement;
import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.model.PublishMode;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.ServiceUpdated;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes a service, and of it only what the verbs say: reads it, applies them, and writes it back
 * with the version that was read. If somebody else was quicker this is repeated. Single-use.
 */
public final class ServiceUpdate extends ServiceEdit<ServiceUpdate> {
  private final ApiCalls calls;
  private final String service;
  private @Nullable Long version;

  ServiceUpdate(ApiCalls calls, String service) {
    this.calls = calls;
    this.service = service;
  }

  @Override
  ServiceUpdate self() {
    return this;
  }

  /** Removes an environment variable; nothing happens if it is not there. */
  public ServiceUpdate removeEnv(String name) {
    return containerSpec(
        c -> c.toBuilder().env(Keyed.remove(c.env(), e -> envName(e).equals(name))).build());
  }

  /** Removes a label of the service; nothing happens if it is not there. */
  public ServiceUpdate removeLabel(String name) {
    return spec(s -> s.toBuilder().labels(without(s.labels(), name)).build());
  }

  private static Map<String, String> without(Map<String, String> labels, String name) {
    Map<String, String> rest = new LinkedHashMap<>(labels);
    rest.remove(name);
    return rest;
  }

  /** Removes a constraint, given exactly as it stands. */
  public ServiceUpdate removeConstraint(String constraint) {
    return taskSpec(
        task -> {
          Placement placement = task.placement();
          return placement == null
              ? task
              : task.toBuilder()
                  .placement(
                      placement.toBuilder()
                          .constraints(Keyed.remove(placement.constraints(), constraint::equals))
                          .build())
                  .build();
        });
  }

  /** No longer publishes the TCP port {@code target} of the containers through the mesh. */
  public ServiceUpdate unpublish(int target) {
    return spec(
        spec -> {
          EndpointSpec endpoint = spec.endpointSpec();
          return endpoint == null
              ? spec
              : spec.toBuilder()
                  .endpointSpec(
                      endpoint.toBuilder()
                          .ports(Keyed.remove(endpoint.ports(), p -> isMesh(p, target)))
                          .build())
                  .build();
        });
  }

  private static boolean isMesh(PortConfig port, int target) {
    return Objects.equals(port.targetPort(), target)
        && or(port.protocol(), PortProtocol.TCP).equals(PortProtocol.TCP)
        && or(port.publishMode(), PublishMode.INGRESS).equals(PublishMode.INGRESS);
  }

  /** Takes a secret away, as every file that it is; nothing happens if it is not there. */
  public ServiceUpdate removeSecret(String name) {
    return containerSpec(
        c ->
            c.toBuilder()
                .secrets(Keyed.remove(c.secrets(), s -> name.equals(s.secretName())))
                .build());
  }

  /** Takes a config away, as every file that it is; nothing happens if it is not there. */
  public ServiceUpdate removeConfig(String name) {
    return containerSpec(
        c ->
            c.toBuilder()
                .configs(Keyed.remove(c.configs(), s -> name.equals(s.configName())))
                .build());
  }

  /** Replaces every task, even if nothing else changes. */
  public ServiceUpdate force() {
    return taskSpec(t -> t.toBuilder().forceUpdate(or(t.forceUpdate(), 0L) + 1).build());
  }

  /** Writes only over this version of the service, and never repeats. */
  public ServiceUpdate atVersion(long version) {
    this.version = version;
    return this;
  }

  /**
   * Makes the change, and returns before the tasks follow.
   *
   * @throws NotFoundException if there is no such service, or no secret or config it shall have
   * @throws VersionConflictException if {@link #atVersion} is not the version any more, or others
   *     were quicker a hundred times
   * @throws IllegalArgumentException if a verb does not fit the service; nothing is sent then
   */
  public ServiceUpdated execute() {
    return version == null ? Conflicts.retry(this::once) : once();
  }

  private ServiceUpdated once() {
    Service current = calls.get(operation(), "/services/{}", service).read(Service.class);
    ServiceSpec changed = apply(Objects.requireNonNull(current.spec(), "services have a spec"));
    ServiceSpec spec = new References(calls, operation()).resolve(changed);
    return calls
        .post(operation(), "/services/{}/update", Objects.requireNonNull(current.id()))
        .query(
            "version",
            version == null ? Conflicts.index(current.version()) : Long.toUnsignedString(version))
        .header("X-Registry-Auth", registryAuth(spec))
        .body(spec)
        .read(ServiceUpdated.class);
  }

  /**
   * Makes the change and waits until the tasks followed, for up to {@link
   * Rollout#DEFAULT_DEADLINE}.
   *
   * @throws RolloutException if they do not: the update is paused, rolled back, or late
   */
  public RolloutResult await() {
    return await(rollout -> rollout);
  }

  /** Makes the change and waits as {@code settings} say. */
  public RolloutResult await(UnaryOperator<Rollout> settings) {
    execute();
    return settings.apply(new Rollout(calls, operation(), service)).await();
  }

  private String operation() {
    return "service update of " + service;
  }
}
