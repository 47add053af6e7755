package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ConfigReference;
import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.EndpointSpec;
import io.github.swarmclient.model.HealthConfig;
import io.github.swarmclient.model.Mount;
import io.github.swarmclient.model.NetworkAttachmentConfig;
import io.github.swarmclient.model.Placement;
import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.model.PublishMode;
import io.github.swarmclient.model.ReplicatedJob;
import io.github.swarmclient.model.ReplicatedService;
import io.github.swarmclient.model.ResourceRequirements;
import io.github.swarmclient.model.RestartPolicy;
import io.github.swarmclient.model.SecretReference;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.TaskSpec;
import io.github.swarmclient.model.UpdateConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a service, new or changed: each verb changes one thing and leaves the rest.
 * Verbs that add do so by key, in the order of the calls: a second {@code env("TZ", …)} replaces
 * the first. Nothing is sent before the ending; then the verbs are applied, again if the service
 * changed meanwhile.
 *
 * @param <T> the class that has the ending
 */
public abstract sealed class ServiceEdit<T extends ServiceEdit<T>>
    permits ServiceCreate, ServiceUpdate {
  private final List<UnaryOperator<ServiceSpec>> edits = new ArrayList<>();
  private @Nullable Registry registry;

  ServiceEdit() {}

  /** Finds the credentials for an image, as a header. */
  interface Registry {
    @Nullable String authFor(String image);
  }

  abstract T self();

  /** Returns {@code spec} with all verbs applied. */
  final ServiceSpec apply(ServiceSpec spec) {
    ServiceSpec changed = spec;
    for (UnaryOperator<ServiceSpec> edit : edits) {
      changed = edit.apply(changed);
    }
    return changed;
  }

  /** Returns the credentials to send with {@code spec}, or null to send none. */
  final @Nullable String registryAuth(ServiceSpec spec) {
    return registry == null ? null : registry.authFor(imageOf(spec));
  }

  static String imageOf(ServiceSpec spec) {
    TaskSpec task = spec.taskTemplate();
    ContainerSpec container = task == null ? null : task.containerSpec();
    return container == null ? "" : Objects.requireNonNullElse(container.image(), "");
  }

  // --- what has no verb of its own

  /** Changes anything. The function may be called more than once. */
  public final T edit(UnaryOperator<ServiceSpec.Builder> change) {
    return spec(spec -> change.apply(spec.toBuilder()).build());
  }

  /** Changes anything of the tasks. The function may be called more than once. */
  public final T task(UnaryOperator<TaskSpec.Builder> change) {
    return spec(
        spec -> {
          TaskSpec task = or(spec.taskTemplate(), TaskSpec.builder().build());
          return spec.toBuilder().taskTemplate(change.apply(task.toBuilder()).build()).build();
        });
  }

  /** Changes anything of the containers. The function may be called more than once. */
  public final T container(UnaryOperator<ContainerSpec.Builder> change) {
    return containerSpec(container -> change.apply(container.toBuilder()).build());
  }

  // --- what runs

  /** Sets the image; without a tag it is the one tagged {@code latest}. */
  public final T image(String image) {
    String reference = ImageReference.parse(image).familiar();
    return container(c -> c.image(reference));
  }

  /** Sets the arguments of the image's entrypoint. */
  public final T args(String... args) {
    return container(c -> c.args(List.of(args)));
  }

  /** Replaces the image's entrypoint. */
  public final T command(String... command) {
    return container(c -> c.command(List.of(command)));
  }

  /** Sets an environment variable. */
  public final T env(String name, String value) {
    if (name.isEmpty() || name.contains("=")) {
      throw new IllegalArgumentException("\"" + Text.printable(name) + "\" is no variable's name");
    }
    return containerSpec(
        c -> withList(c, Keyed.put(c.env(), name + "=" + value, ServiceEdit::envName)));
  }

  private static ContainerSpec withList(ContainerSpec container, List<String> env) {
    return container.toBuilder().env(env).build();
  }

  static String envName(String entry) {
    int equals = entry.indexOf('=');
    return equals < 0 ? entry : entry.substring(0, equals);
  }

  /** Sets a label of the service. */
  public final T label(String name, String value) {
    Checks.text("label", name);
    return edit(s -> s.putLabel(name, value));
  }

  /** Sets a label of the containers. */
  public final T containerLabel(String name, String value) {
    Checks.text("label", name);
    return container(c -> c.putLabel(name, value));
  }

  /** Sets the host name of the containers; {@code {{.Node.Hostname}}} and the like are expanded. */
  public final T hostname(String hostname) {
    return container(c -> c.hostname(Checks.text("hostname", hostname)));
  }

  /** Sets the user, and group, that the containers run as: {@code user[:group]}. */
  public final T user(String user) {
    return container(c -> c.user(user));
  }

  /** Sets the folder that the containers start in. */
  public final T workdir(String folder) {
    return container(c -> c.dir(folder));
  }

  /** Sets how long a container may take to stop before it is killed; 10 s by default. */
  public final T stopGracePeriod(Duration period) {
    return container(c -> c.stopGracePeriod(period));
  }

  /** Changes the health check. */
  public final T healthcheck(UnaryOperator<HealthConfig.Builder> change) {
    return containerSpec(
        c -> {
          HealthConfig health = or(c.healthcheck(), HealthConfig.builder().build());
          return c.toBuilder().healthcheck(change.apply(health.toBuilder()).build()).build();
        });
  }

  /** Adds a mount; one with the same target is replaced. */
  public final T mount(UnaryOperator<Mount.Builder> mount) {
    Mount added = mount.apply(Mount.builder()).build();
    return containerSpec(
        c -> c.toBuilder().mounts(Keyed.put(c.mounts(), added, m -> m.target())).build());
  }

  // --- how many, where

  /**
   * Sets the number of replicas; of a replicated job, that of completions.
   *
   * @throws IllegalArgumentException if negative; at the ending if the service is a global one
   */
  public final T replicas(long replicas) {
    Checks.notNegative("replicas", replicas);
    return mode(mode -> withReplicas(mode, replicas));
  }

  private static ServiceMode withReplicas(ServiceMode mode, long replicas) {
    if (mode.global() != null || mode.globalJob() != null) {
      throw new IllegalArgumentException(
          "a global service runs one task on every node; replicas("
              + replicas
              + ") contradicts it");
    }
    ReplicatedJob job = mode.replicatedJob();
    if (job != null) {
      return mode.toBuilder()
          .replicatedJob(job.toBuilder().totalCompletions(replicas).build())
          .build();
    }
    ReplicatedService replicated = or(mode.replicated(), ReplicatedService.builder().build());
    return mode.toBuilder().replicated(replicated.toBuilder().replicas(replicas).build()).build();
  }

  final T mode(UnaryOperator<ServiceMode> change) {
    return spec(
        spec ->
            spec.toBuilder()
                .mode(change.apply(or(spec.mode(), ServiceMode.builder().build())))
                .build());
  }

  /** Changes where tasks may run. */
  public final T placement(UnaryOperator<Placement.Builder> change) {
    return taskSpec(
        t -> {
          Placement placement = or(t.placement(), Placement.builder().build());
          return t.toBuilder().placement(change.apply(placement.toBuilder()).build()).build();
        });
  }

  /** Adds a constraint on the nodes: {@code node.role == worker}. */
  public final T constraint(String constraint) {
    Checks.text("constraint", constraint);
    return taskSpec(
        t -> {
          Placement placement = or(t.placement(), Placement.builder().build());
          List<String> all = Keyed.put(placement.constraints(), constraint, c -> c);
          return t.toBuilder().placement(placement.toBuilder().constraints(all).build()).build();
        });
  }

  /** Changes what tasks may use at most, and what is reserved for them. */
  public final T resources(UnaryOperator<ResourceRequirements.Builder> change) {
    return taskSpec(
        t -> {
          ResourceRequirements all = or(t.resources(), ResourceRequirements.builder().build());
          return t.toBuilder().resources(change.apply(all.toBuilder()).build()).build();
        });
  }

  // --- networks and ports

  /** Attaches the tasks to an overlay network, by name or ID. */
  public final T network(String network) {
    Checks.text("network", network);
    NetworkAttachmentConfig added = NetworkAttachmentConfig.builder().target(network).build();
    return taskSpec(
        t -> t.toBuilder().networks(Keyed.put(t.networks(), added, n -> n.target())).build());
  }

  /**
   * Publishes a TCP port on every node, through the routing mesh.
   *
   * @param published the port on the nodes; 0 lets the engine choose one from 30000 on
   * @param target the port in the containers
   */
  public final T publish(int published, int target) {
    return publish(p -> p.published(published).target(target));
  }

  /** Publishes a port; TCP and through the routing mesh unless it says otherwise. */
  public final T publish(UnaryOperator<PortConfig.Builder> port) {
    PortConfig.Builder ingress =
        PortConfig.builder().protocol(PortProtocol.TCP).publishMode(PublishMode.INGRESS);
    return publish(List.of(port.apply(ingress).build()));
  }

  /**
   * Publishes ports, in the forms of the command line: {@code 8080:80}, {@code
   * 8080-8082:80-82/tcp}, {@code published=8080,target=80,protocol=udp,mode=host}.
   *
   * @throws IllegalArgumentException if the text is malformed, with what and where
   */
  public final T publish(String ports) {
    return publish(Publish.parse(ports));
  }

  private T publish(List<PortConfig> added) {
    for (PortConfig port : added) {
      Checks.port("target port", or(port.targetPort(), 0), 1);
      Checks.port("published port", or(port.publishedPort(), 0), 0);
    }
    return spec(
        spec -> {
          EndpointSpec endpoint = or(spec.endpointSpec(), EndpointSpec.builder().build());
          List<PortConfig> ports = endpoint.ports();
          for (PortConfig port : added) {
            ports = Keyed.put(ports, port, Publish::key);
          }
          return spec.toBuilder().endpointSpec(endpoint.toBuilder().ports(ports).build()).build();
        });
  }

  // --- secrets and configs

  /** Gives the containers a secret as the file {@code /run/secrets/} with its name, mode 0444. */
  public final T secret(String name) {
    return secret(name, file -> file);
  }

  /**
   * Gives the containers a secret as a file; one that they have as this file already is replaced.
   *
   * @param name the name of the secret, which the ending looks for: it throws {@link
   *     NotFoundException} if there is none, and {@link IllegalArgumentException} if the file is
   *     another secret
   */
  public final T secret(String name, UnaryOperator<FileReference> file) {
    SecretReference added = FileReferences.secret(name, file.apply(new FileReference(name)));
    return containerSpec(
        c -> c.toBuilder().secrets(FileReferences.put(c.secrets(), added)).build());
  }

  /** Gives the containers a config as the file {@code /} with its name, mode 0444. */
  public final T config(String name) {
    return config(name, file -> file);
  }

  /** Gives the containers a config as a file, as {@link #secret(String, UnaryOperator)} does. */
  public final T config(String name, UnaryOperator<FileReference> file) {
    ConfigReference added = FileReferences.config(name, file.apply(new FileReference(name)));
    return containerSpec(
        c -> c.toBuilder().configs(FileReferences.put(c.configs(), added)).build());
  }

  // --- how it changes and restarts

  /**
   * Changes how updates go on. Where nothing was set, this begins with one task at a time: an
   * engine takes an absent number for all at once.
   */
  public final T updateConfig(UnaryOperator<UpdateConfig.Builder> change) {
    return spec(
        s -> s.toBuilder().updateConfig(change.apply(begin(s.updateConfig())).build()).build());
  }

  /** Changes how rollbacks go on, as {@link #updateConfig} does for updates. */
  public final T rollbackConfig(UnaryOperator<UpdateConfig.Builder> change) {
    return spec(
        s -> s.toBuilder().rollbackConfig(change.apply(begin(s.rollbackConfig())).build()).build());
  }

  private static UpdateConfig.Builder begin(@Nullable UpdateConfig config) {
    return config == null ? UpdateConfig.builder().parallelism(1) : config.toBuilder();
  }

  /** Changes when tasks that ended are started again. */
  public final T restartPolicy(UnaryOperator<RestartPolicy.Builder> change) {
    return taskSpec(
        t -> {
          RestartPolicy policy = or(t.restartPolicy(), RestartPolicy.builder().build());
          return t.toBuilder().restartPolicy(change.apply(policy.toBuilder()).build()).build();
        });
  }

  // --- registries

  /**
   * Sends the credentials that the user's docker config has for the image's registry, so that every
   * node can pull it.
   */
  public final T withRegistryAuth() {
    this.registry = RegistryCredentials::forImage;
    return self();
  }

  /** Sends these credentials for the image's registry, so that every node can pull it. */
  public final T registryAuth(String user, String password) {
    this.registry = image -> RegistryCredentials.of(image, user, password);
    return self();
  }

  // --- how the verbs are kept

  final T spec(UnaryOperator<ServiceSpec> edit) {
    edits.add(edit);
    return self();
  }

  final T taskSpec(UnaryOperator<TaskSpec> edit) {
    return spec(
        spec ->
            spec.toBuilder()
                .taskTemplate(edit.apply(or(spec.taskTemplate(), TaskSpec.builder().build())))
                .build());
  }

  final T containerSpec(UnaryOperator<ContainerSpec> edit) {
    return taskSpec(
        task ->
            task.toBuilder()
                .containerSpec(
                    edit.apply(or(task.containerSpec(), ContainerSpec.builder().build())))
                .build());
  }

  static <V> V or(@Nullable V value, V otherwise) {
    return value == null ? otherwise : value;
  }
}
