package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.GlobalJob;
import io.github.swarmclient.model.GlobalService;
import io.github.swarmclient.model.ReplicatedJob;
import io.github.swarmclient.model.ServiceCreated;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes a new service. Single-use. */
public final class ServiceCreate extends ServiceEdit<ServiceCreate> {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*");
  private static final int LONGEST_NAME = 63;

  private final ApiCalls calls;
  private final String name;

  ServiceCreate(ApiCalls calls, String name, ImageResolution resolution) {
    super(resolution);
    this.calls = calls;
    this.name = checked(name);
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "\""
              + Text.printable(name)
              + "\" is no service's name: expected up to "
              + LONGEST_NAME
              + " letters, digits, hyphens and underscores, with a letter or digit at both ends;"
              + " nothing was sent");
    }
    return name;
  }

  @Override
  ServiceCreate self() {
    return this;
  }

  /**
   * Gives the containers a capability, such as {@code NET_ADMIN}, or {@code ALL}. It counts, and
   * not that the same one is dropped.
   */
  public ServiceCreate capAdd(String capability) {
    return containerSpec(c -> Capabilities.addNew(c, capability));
  }

  /** Takes a capability that containers have by default from them; {@code ALL} are all. */
  public ServiceCreate capDrop(String capability) {
    return containerSpec(c -> Capabilities.dropNew(c, capability));
  }

  /** Runs one task on every node that fits, also on nodes to come. */
  public ServiceCreate global() {
    return mode(mode -> only(mode, "global()", m -> m.global(GlobalService.builder().build())));
  }

  /**
   * Runs tasks until so many have completed. API 1.41.
   *
   * @param completions how many tasks have to complete
   * @param concurrent how many run at a time at the most
   */
  public ServiceCreate replicatedJob(long completions, long concurrent) {
    Checks.notNegative("completions", completions);
    Checks.notNegative("concurrent tasks", concurrent);
    ReplicatedJob job =
        ReplicatedJob.builder().totalCompletions(completions).maxConcurrent(concurrent).build();
    return mode(mode -> only(mode, "replicatedJob(…)", m -> m.replicatedJob(job)));
  }

  /** Runs one task to completion on every node that fits. API 1.41. */
  public ServiceCreate globalJob() {
    return mode(mode -> only(mode, "globalJob()", m -> m.globalJob(GlobalJob.builder().build())));
  }

  private static ServiceMode only(
      ServiceMode mode, String verb, UnaryOperator<ServiceMode.Builder> change) {
    if (!mode.equals(ServiceMode.builder().build())) {
      throw new IllegalArgumentException(
          verb + " contradicts the mode that was set before, by replicas(…) or the like");
    }
    return change.apply(mode.toBuilder()).build();
  }

  /**
   * Returns what would be sent, but for the IDs of secrets and configs and the digest of the image,
   * which the ending looks for.
   *
   * @throws IllegalArgumentException if the verbs contradict each other
   */
  public ServiceSpec toSpec() {
    ServiceSpec spec = apply(ServiceSpec.builder().name(name).build());
    if (ImagePin.imageOf(spec).isEmpty()) {
      throw new IllegalArgumentException(
          "service create of " + name + " needs an image(…), or a plugin(…); nothing was sent");
    }
    return SpecChecks.checked(operation(), spec);
  }

  /**
   * Creates the service, and returns before its tasks run.
   *
   * @throws ConflictException if there is a service of this name
   * @return its ID, and what the engine warns of, or else that the image is not resolved
   * @throws NotFoundException if there is no such network, secret or config
   * @throws UnresolvedImageException if the digest of the image is not to be had, and {@link
   *     ImageResolution#REQUIRED} was said; nothing is made then
   * @throws UnsupportedApiException if the engine is too old for a verb; nothing is sent then
   * @throws IllegalArgumentException if the verbs contradict each other; nothing is sent then
   */
  public ServiceCreated execute() {
    ServiceSpec said = toSpec();
    Requirements.check(calls, operation(), ServiceSpec.builder().build(), said);
    ServiceSpec spec = new References(calls, operation()).resolve(said);
    String auth = registryAuth(calls.logins(), spec);
    ImagePin pin = new ImagePin(calls, operation(), resolution());
    ServiceCreated created =
        calls
            .post(operation(), "/services/create")
            .body(pin.pin(spec, auth))
            .header("X-Registry-Auth", auth)
            .read(ServiceCreated.class);
    return created.toBuilder().addAllWarnings(pin.warnings()).build();
  }

  /**
   * Creates the service and waits until it runs, for up to {@link Rollout#DEFAULT_DEADLINE}.
   *
   * @throws RolloutException if it does not come to run; the service stays
   */
  public RolloutResult await() {
    return await(rollout -> rollout);
  }

  /** Creates the service and waits as {@code settings} say. */
  public RolloutResult await(UnaryOperator<Rollout> settings) {
    ServiceCreated created = execute();
    Rollout rollout = new Rollout(calls, operation(), String.valueOf(created.id()));
    return settings.apply(rollout.warned(created.warnings())).await();
  }

  private String operation() {
    return "service create of " + name;
  }
}
