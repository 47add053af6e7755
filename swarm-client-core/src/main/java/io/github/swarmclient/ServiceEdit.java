package io.github.swarmclient;

import io.github.swarmclient.model.ConfigReference;
import io.github.swarmclient.model.Driver;
import io.github.swarmclient.model.EndpointMode;
import io.github.swarmclient.model.EndpointSpec;
import io.github.swarmclient.model.FailureAction;
import io.github.swarmclient.model.NetworkAttachmentConfig;
import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.model.PublishMode;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.model.RestartPolicy;
import io.github.swarmclient.model.RuntimeSpec;
import io.github.swarmclient.model.SecretReference;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.TaskRuntime;
import io.github.swarmclient.model.TaskSpec;
import io.github.swarmclient.model.UpdateConfig;
import io.github.swarmclient.model.UpdateOrder;
import java.time.Duration;
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
public abstract sealed class ServiceEdit<T extends ServiceEdit<T>> extends PlacementEdit<T>
    permits ServiceCreate, ServiceRemovals {
  private static final Duration MONITOR = Duration.ofSeconds(5);
  private static final Duration RESTART_DELAY = Duration.ofSeconds(5);

  private @Nullable Registry registry;
  private ImageResolution resolution;

  ServiceEdit(ImageResolution resolution) {
    this.resolution = resolution;
  }

  /** Finds the credentials for an image, as a header, perhaps among the user's logins. */
  interface Registry {
    @Nullable String authFor(RegistryCredentials logins, String image);
  }

  final ImageResolution resolution() {
    return resolution;
  }

  /** Returns the credentials to send with {@code spec}, or null to send none. */
  final @Nullable String registryAuth(RegistryCredentials logins, ServiceSpec spec) {
    return registry == null ? null : registry.authFor(logins, ImagePin.imageOf(spec));
  }

  /** Sets a label of the service. */
  public final T label(String name, String value) {
    Checks.text("label", name);
    return edit(s -> s.putLabel(name, value));
  }

  /**
   * Makes this a service that installs a plug-in on the nodes, in place of running containers, or
   * changes which: its {@code remote} is the image, and the privileges have to be those that it
   * wants. A service has containers or a plug-in. Engines take it only with their experimental
   * features switched on.
   */
  public final T plugin(UnaryOperator<RuntimeSpec.Builder> change) {
    return taskSpec(
        t -> {
          RuntimeSpec before = or(t.pluginSpec(), RuntimeSpec.builder().build());
          RuntimeSpec plugin = change.apply(before.toBuilder()).build();
          String remote = ImageReference.parse(or(plugin.remote(), "")).familiar();
          return t.toBuilder()
              .runtime(TaskRuntime.PLUGIN)
              .pluginSpec(plugin.toBuilder().remote(remote).build())
              .build();
        });
  }

  // --- networks and ports

  /**
   * Attaches the tasks to an overlay network, by name or ID, or in the form of the command line:
   * {@code name=front,alias=web,driver-opt=key=value}. If they are attached to it, that attachment
   * is replaced.
   *
   * @throws IllegalArgumentException if the text is malformed, with what and where
   */
  public final T network(String network) {
    return network(NetworkText.parse(network));
  }

  /** Attaches the tasks to an overlay network. */
  public final T network(UnaryOperator<NetworkAttachmentConfig.Builder> network) {
    return network(network.apply(NetworkAttachmentConfig.builder()).build());
  }

  private T network(NetworkAttachmentConfig added) {
    String target = Checks.text("network", or(added.target(), ""));
    return taskSpec(t -> attached(t, target, added));
  }

  private TaskSpec attached(TaskSpec task, String target, NetworkAttachmentConfig added) {
    String id = networkId(target);
    NetworkAttachmentConfig byId = added.toBuilder().target(id).build();
    return task.toBuilder()
        .networks(
            Keyed.put(task.networks(), byId, n -> target.equals(n.target()) ? id : n.target()))
        .build();
  }

  /** Returns what a spec that the engine stored calls a network. */
  String networkId(String network) {
    return network;
  }

  /** Sets how the service's name is resolved: to one virtual address, or to those of the tasks. */
  public final T endpointMode(EndpointMode mode) {
    return endpoint(e -> e.toBuilder().mode(mode).build());
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
    return endpoint(e -> e.toBuilder().ports(Keyed.putAll(e.ports(), added, Publish::key)).build());
  }

  final T endpoint(UnaryOperator<EndpointSpec> change) {
    return spec(
        s ->
            s.toBuilder()
                .endpointSpec(part(s.endpointSpec(), EndpointSpec.builder().build(), change))
                .build());
  }

  // --- secrets and configs

  /**
   * Gives the containers a secret as the file {@code /run/secrets/} with its name, mode 0444; or as
   * another one, in the form of the command line: {@code
   * source=db,target=password,uid=33,gid=33,mode=0400}. As {@link #secret(String, UnaryOperator)}
   * otherwise.
   *
   * @throws IllegalArgumentException if the text is malformed, with what and where; so is a mode
   *     without a leading 0, which the command line reads as a decimal number
   */
  public final T secret(String secret) {
    return secret(FileReferences.parse(BlobKind.SECRET, secret));
  }

  /**
   * Gives the containers a secret as a file; one that they have as this file already is replaced.
   *
   * @param name the name of the secret, which the ending looks for: it throws {@link
   *     NotFoundException} if there is none, and {@link IllegalArgumentException} if the file is
   *     another secret
   */
  public final T secret(String name, UnaryOperator<FileReference> file) {
    return secret(file.apply(new FileReference(name)));
  }

  private T secret(FileReference file) {
    SecretReference added = FileReferences.secret(file);
    return containerSpec(
        c -> c.toBuilder().secrets(FileReferences.put(c.secrets(), added)).build());
  }

  /**
   * Gives the containers a config as the file {@code /} with its name, mode 0444; or as another
   * one, in the form of the command line, as {@link #secret(String)} does.
   *
   * @throws IllegalArgumentException if the text is malformed, with what and where
   */
  public final T config(String config) {
    return config(FileReferences.parse(BlobKind.CONFIG, config));
  }

  /** Gives the containers a config as a file, as {@link #secret(String, UnaryOperator)} does. */
  public final T config(String name, UnaryOperator<FileReference> file) {
    return config(file.apply(new FileReference(name)));
  }

  private T config(FileReference file) {
    ConfigReference added = FileReferences.config(file);
    return containerSpec(
        c -> c.toBuilder().configs(FileReferences.put(c.configs(), added)).build());
  }

  // --- how it changes, restarts and logs

  /**
   * Changes how updates go on. Where nothing was set, this begins with the engine's defaults: one
   * task at a time, watched for 5 s each, stopped before its successor starts, and a pause at the
   * first failure.
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
    // An engine takes an absent parallelism for all tasks at once.
    return config != null
        ? config.toBuilder()
        : UpdateConfig.builder()
            .parallelism(1)
            .failureAction(FailureAction.PAUSE)
            .monitor(MONITOR)
            .order(UpdateOrder.STOP_FIRST);
  }

  /**
   * Changes when tasks that ended are started again. Where nothing was set, this begins with the
   * engine's defaults: always, 5 s later, without end.
   */
  public final T restartPolicy(UnaryOperator<RestartPolicy.Builder> change) {
    return taskSpec(
        t -> t.toBuilder().restartPolicy(change.apply(begin(t.restartPolicy())).build()).build());
  }

  private static RestartPolicy.Builder begin(@Nullable RestartPolicy policy) {
    return policy != null
        ? policy.toBuilder()
        : RestartPolicy.builder()
            .condition(RestartCondition.ANY)
            .delay(RESTART_DELAY)
            .maxAttempts(0);
  }

  /** Sets where the containers' output goes, with none of the options there were before. */
  public final T logDriver(String name) {
    Driver driver = Driver.builder().name(Checks.text("log driver", name)).build();
    return task(t -> t.logDriver(driver));
  }

  /**
   * Sets an option of the log driver.
   *
   * @throws IllegalArgumentException at the ending, if no driver was set before
   */
  public final T logOpt(String name, String value) {
    Checks.text("log option", name);
    return taskSpec(t -> t.toBuilder().logDriver(withOption(t.logDriver(), name, value)).build());
  }

  private static Driver withOption(@Nullable Driver driver, String name, String value) {
    if (driver == null) {
      throw new IllegalArgumentException(
          "logOpt(" + name + ") is an option of no driver: begin with logDriver(…)");
    }
    return driver.toBuilder().putOption(name, value).build();
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
    this.registry = (logins, image) -> RegistryCredentials.of(image, user, password);
    return self();
  }

  /**
   * Sets whether the image is resolved to a digest; as {@link SwarmClient.Builder#resolveImages}
   * says if this is not called.
   */
  public final T resolveImage(ImageResolution resolution) {
    this.resolution = Objects.requireNonNull(resolution, "resolution");
    return self();
  }
}
