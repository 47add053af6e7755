package io.github.swarmclient.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HostConfig;
import io.github.swarmclient.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A registry that wants a login, beside the nodes of a cluster and seen by nobody else. */
final class DindRegistry implements AutoCloseable {
  /** Where the nodes see it; it speaks plain HTTP there. */
  static final String ADDRESS = PrivateRegistry.HOSTNAME + ":" + PrivateRegistry.PORT;

  private static final TimeSource TIME = TimeSource.system();
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int LOG_LINES = 50;

  private final DockerClient docker = OuterEngine.client();
  private final String id;
  private final PrivateRegistry registry;
  private final Duration within;

  private DindRegistry(String id, List<String> images, Duration within) {
    this.id = id;
    this.registry = new PrivateRegistry(ADDRESS, images);
    this.within = within;
  }

  /** Returns the image of the registry itself, and pulls it if the outer engine has none. */
  static String provide() {
    String image = OuterEngine.substituted(PrivateRegistry.ownImage());
    OuterEngine.provide(image);
    return image;
  }

  /**
   * Makes the container.
   *
   * @param images what is to be in it, at least one
   * @param within how long it may take until it listens
   * @throws IllegalStateException if Docker refuses
   */
  static DindRegistry create(
      DindNetwork network, String address, List<String> images, Duration within) {
    String image = provide();
    HostConfig host =
        HostConfig.newHostConfig()
            .withNetworkMode(network.id())
            .withMounts(List.of(DindContainer.volume("/var/lib/registry")));
    try {
      String id =
          OuterEngine.client()
              .createContainerCmd(image)
              .withHostName(PrivateRegistry.HOSTNAME)
              .withAliases(PrivateRegistry.HOSTNAME)
              .withIpv4Address(address)
              .withLabels(OuterEngine.labels())
              .withEnv(PrivateRegistry.ENVIRONMENT)
              .withEntrypoint(PrivateRegistry.ENTRYPOINT)
              .withCmd(command(image))
              .withHostConfig(host)
              .exec()
              .getId();
      return new DindRegistry(id, images, within);
    } catch (DockerException e) {
      throw new IllegalStateException(
          "cannot make a registry from image " + image + ": " + Failures.reason(e), e);
    }
  }

  /** Returns what containers of an image run. */
  private static List<String> command(String image) {
    ContainerConfig config =
        Objects.requireNonNull(OuterEngine.client().inspectImageCmd(image).exec().getConfig());
    List<String> command = new ArrayList<>();
    for (String[] part : Arrays.asList(config.getEntrypoint(), config.getCmd())) {
      if (part != null) {
        command.addAll(List.of(part));
      }
    }
    return command;
  }

  /**
   * Starts it, and returns when it listens.
   *
   * @throws IllegalStateException if it does not, with what it says
   */
  void start() {
    try {
      docker.startContainerCmd(id).exec();
      Instant deadline = TIME.now().plus(within);
      while (!DindContainer.logs(id, PrivateRegistry.HOSTNAME, LOG_LINES)
          .contains("listening on")) {
        ContainerState state = docker.inspectContainerCmd(id).exec().getState();
        if (!Boolean.TRUE.equals(state.getRunning()) || TIME.now().isAfter(deadline)) {
          throw new IllegalStateException(
              "the registry does not listen; it says:\n"
                  + DindContainer.logs(id, PrivateRegistry.HOSTNAME, LOG_LINES));
        }
        TIME.sleep(PAUSE);
      }
    } catch (DockerException e) {
      throw new IllegalStateException("cannot start the registry: " + Failures.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the registry", e);
    }
  }

  /**
   * Pushes all images from a node, which has none of them afterwards.
   *
   * @throws IllegalStateException if the node or the registry refuses
   */
  void pushFrom(DindNode node, ImageTar tar) {
    tar.loadInto(node);
    registry.pushFrom(node.access());
  }

  PrivateImage image() {
    return registry.image();
  }

  String containerId() {
    return id;
  }

  /** Removes the container with its volume. Closing again does nothing. */
  @Override
  public void close() {
    try {
      docker.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      // It is gone.
    }
  }
}
