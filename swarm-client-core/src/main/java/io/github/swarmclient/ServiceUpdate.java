package io.github.swarmclient;

import io.github.swarmclient.model.Network;
import io.github.swarmclient.model.ReplicatedJob;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.ServiceUpdated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes a service, and of it only what the verbs say: reads it, applies them, and writes it back
 * with the version that was read. If somebody else was quicker this is repeated. Single-use.
 */
public final class ServiceUpdate extends ServiceRemovals {
  private final ApiCalls calls;
  private final String service;
  private final Map<String, String> networkIds = new HashMap<>();
  private @Nullable Long version;
  private @Nullable ImagePin pin;
  private boolean lossy;

  ServiceUpdate(ApiCalls calls, String service, ImageResolution resolution) {
    super(resolution);
    this.calls = calls;
    this.service = service;
  }

  @Override
  ServiceUpdate self() {
    return this;
  }

  @Override
  String networkId(String network) {
    return networkIds.computeIfAbsent(network, this::findNetwork);
  }

  private String findNetwork(String network) {
    Network found =
        calls.get(operation(), "/networks/{}", network).query("scope", "swarm").read(Network.class);
    return Objects.requireNonNull(found.id(), "networks have an ID");
  }

  /**
   * Gives the containers a capability, such as {@code NET_ADMIN}, or {@code ALL}. One that was
   * dropped is dropped no more, and added only the next time. {@code RESET} takes back what was
   * added before.
   */
  public ServiceUpdate capAdd(String capability) {
    return containerSpec(c -> Capabilities.add(c, capability));
  }

  /**
   * Takes a capability that containers have by default from them. One that was added is added no
   * more, and dropped only the next time. {@code RESET} takes back what was dropped before.
   */
  public ServiceUpdate capDrop(String capability) {
    return containerSpec(c -> Capabilities.drop(c, capability));
  }

  /**
   * Sets how many tasks of a replicated job run at a time at the most. The engine begins the job
   * anew. API 1.41.
   *
   * @throws IllegalArgumentException if negative; at the ending if the service is no such job
   */
  public ServiceUpdate maxConcurrent(long tasks) {
    Checks.notNegative("concurrent tasks", tasks);
    return mode(mode -> withConcurrent(mode, tasks));
  }

  private static ServiceMode withConcurrent(ServiceMode mode, long tasks) {
    ReplicatedJob job = mode.replicatedJob();
    if (job == null) {
      throw new IllegalArgumentException(
          "maxConcurrent(" + tasks + ") is for replicated jobs, and the service is none");
    }
    return mode.toBuilder().replicatedJob(job.toBuilder().maxConcurrent(tasks).build()).build();
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
   * Goes on where the service has fields that the engine would drop, because this client was told
   * to talk an older version than the engine's own.
   */
  public ServiceUpdate allowLossy() {
    this.lossy = true;
    return this;
  }

  /**
   * Makes the change, and returns before the tasks follow.
   *
   * @return what the engine warns of, or else that the image is not resolved
   * @throws NotFoundException if there is no such service, network, secret or config
   * @throws VersionConflictException if {@link #atVersion} is not the version any more, or others
   *     were quicker a hundred times
   * @throws UnresolvedImageException if the digest of a new image is not to be had, and {@link
   *     ImageResolution#REQUIRED} was said; nothing is changed then
   * @throws UnsupportedApiException if the engine is too old for a verb, or the service would lose
   *     fields and {@link #allowLossy} was not said; nothing is sent then
   * @throws IllegalArgumentException if a verb does not fit the service; nothing is sent then
   */
  public ServiceUpdated execute() {
    return version == null ? Conflicts.retry(this::once) : once();
  }

  private ServiceUpdated once() {
    Service current = calls.get(operation(), "/services/{}", service).read(Service.class);
    ServiceSpec before = Objects.requireNonNull(current.spec(), "services have a spec");
    ServiceSpec changed = SpecChecks.checked(operation(), apply(before));
    Requirements.check(calls, operation(), before, changed);
    if (!lossy) {
      Requirements.checkLossless(calls, operation(), changed);
    }
    ServiceSpec spec = new References(calls, operation()).resolve(changed);
    String auth = registryAuth(calls.logins(), spec);
    ServiceUpdated updated =
        calls
            .post(operation(), "/services/{}/update", Objects.requireNonNull(current.id()))
            .query(
                "version",
                version == null
                    ? Conflicts.index(current.version())
                    : Long.toUnsignedString(version))
            .header("X-Registry-Auth", auth)
            .body(hasNewImage(before, spec) ? pin().pin(spec, auth) : spec)
            .read(ServiceUpdated.class);
    return updated.toBuilder().addAllWarnings(pin().warnings()).build();
  }

  /** What was resolved stays, unless somebody wants it anew: the same tag may be another image. */
  private boolean hasNewImage(ServiceSpec before, ServiceSpec after) {
    return saysImage() || !ImagePin.imageOf(after).equals(ImagePin.imageOf(before));
  }

  private ImagePin pin() {
    if (pin == null) {
      pin = new ImagePin(calls, operation(), resolution());
    }
    return pin;
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
    List<String> warnings = execute().warnings();
    return settings.apply(new Rollout(calls, operation(), service).warned(warnings)).await();
  }

  private String operation() {
    return "service update of " + service;
  }
}
