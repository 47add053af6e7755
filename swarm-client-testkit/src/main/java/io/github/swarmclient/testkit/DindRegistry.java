package io.github.swarmclient.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HostConfig;
import io.github.swarmclient.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.utility.DockerImageName;

/** A registry that wants a login, beside the nodes of a cluster and seen by nobody else. */
final class DindRegistry implements AutoCloseable {
  static final String HOSTNAME = "registry";

  /** Where the nodes see it; it speaks plain HTTP there. */
  static final String ADDRESS = HOSTNAME + ":5000";

  private static final String DEFAULT_IMAGE = "registry:2";
  private static final String USER = "swarm";
  private static final String PASSWORD = "correct-horse-7Jb2";

  /**
   * The password as the registry knows it. It takes bcrypt alone, which Java does not have; so the
   * password is always the same one. It guards nothing but images that are on this machine anyway.
   */
  private static final String PASSWORD_HASH =
      "$2y$05$wTqJ0c5mR8vN1xZ4bL7hKewvOC7ZG4fYxQZazUOCTlCq64YJNnOYy";

  private static final String PASSWORD_FILE = "/etc/registry-htpasswd";

  /** Writes the file of passwords, and goes on with what the image starts by itself. */
  private static final String WITH_PASSWORD_FILE =
      "printf '%s\\n' \"$HTPASSWD\" >" + PASSWORD_FILE + " && exec \"$@\"";

  private static final TimeSource TIME = TimeSource.system();
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int LOG_LINES = 50;

  private final DockerClient docker = OuterEngine.client();
  private final String id;
  private final List<DockerImageName> images;
  private final Duration within;

  private DindRegistry(String id, List<DockerImageName> images, Duration within) {
    this.id = id;
    this.images = images;
    this.within = within;
  }

  /** Returns the image of the registry itself, and pulls it if the outer engine has none. */
  static String provide() {
    String image =
        OuterEngine.substituted(
            Objects.requireNonNullElse(System.getenv("SWARM_REGISTRY_IMAGE"), DEFAULT_IMAGE));
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
              .withHostName(HOSTNAME)
              .withAliases(HOSTNAME)
              .withIpv4Address(address)
              .withLabels(OuterEngine.labels())
              .withEnv(
                  "HTPASSWD=" + USER + ":" + PASSWORD_HASH,
                  "REGISTRY_AUTH=htpasswd",
                  "REGISTRY_AUTH_HTPASSWD_REALM=swarm",
                  "REGISTRY_AUTH_HTPASSWD_PATH=" + PASSWORD_FILE)
              .withEntrypoint("sh", "-c", WITH_PASSWORD_FILE, "sh")
              .withCmd(command(image))
              .withHostConfig(host)
              .exec()
              .getId();
      return new DindRegistry(id, images.stream().map(DockerImageName::parse).toList(), within);
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
      while (!DindContainer.logs(id, HOSTNAME, LOG_LINES).contains("listening on")) {
        ContainerState state = docker.inspectContainerCmd(id).exec().getState();
        if (!Boolean.TRUE.equals(state.getRunning()) || TIME.now().isAfter(deadline)) {
          throw new IllegalStateException(
              "the registry does not listen; it says:\n"
                  + DindContainer.logs(id, HOSTNAME, LOG_LINES));
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
    for (DockerImageName image : images) {
      String local = image.getUnversionedPart() + ":" + image.getVersionPart();
      String repository = ADDRESS + "/" + image.getUnversionedPart();
      String tag = image.getVersionPart();
      node.post("/images/" + local + "/tag?repo=" + repository + "&tag=" + tag, Map.of());
      node.post(
          "/images/" + repository + "/push?tag=" + tag, Map.of("X-Registry-Auth", registryAuth()));
      node.delete("/images/" + repository + ":" + tag + "?force=1");
      node.delete("/images/" + local + "?force=1");
    }
  }

  private static String registryAuth() {
    Map<String, String> login =
        Map.of("username", USER, "password", PASSWORD, "serveraddress", ADDRESS);
    try {
      byte[] json = new ObjectMapper().writeValueAsString(login).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().encodeToString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a login cannot be written as JSON", e);
    }
  }

  /** Returns the first of the images, with the login. */
  PrivateImage image() {
    DockerImageName image = images.get(0);
    return new PrivateImage(
        ADDRESS + "/" + image.getUnversionedPart() + ":" + image.getVersionPart(), USER, PASSWORD);
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
