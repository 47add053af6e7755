package io.github.swarmclient.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The engine that runs the nodes' containers: the one that Testcontainers finds. */
final class OuterEngine {
  private OuterEngine() {}

  /** Returns why there is no such engine, or nothing if there is one. */
  static Optional<String> unavailable() {
    try {
      client();
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(Failures.reason(e));
    }
  }

  /**
   * Returns the client of the engine, which is not to be closed.
   *
   * @throws IllegalStateException if there is no engine
   */
  static DockerClient client() {
    try {
      return DockerClientFactory.instance().client();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "no Docker engine to run nodes in: "
              + Failures.reason(e)
              + "; start one, or set DOCKER_HOST to one",
          e);
    }
  }

  /** Returns the labels by which Testcontainers cleans up what a killed JVM leaves. */
  static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>(DockerClientFactory.DEFAULT_LABELS);
    labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
    return labels;
  }

  /** Returns the name or address by which this process reaches published ports. */
  static String publishedHost() {
    return DockerClientFactory.instance().dockerHostIpAddress();
  }

  /**
   * Returns the name of an image of nodes, where Testcontainers is told to use another registry.
   */
  static String substituted(String image) {
    return ImageNameSubstitutor.instance()
        .apply(DockerImageName.parse(image))
        .asCanonicalNameString();
  }

  /**
   * Pulls an image if the engine does not have it.
   *
   * @throws IllegalStateException if it cannot be pulled
   */
  static void provide(String image) {
    try {
      client().inspectImageCmd(image).exec();
    } catch (NotFoundException missing) {
      pull(image);
    }
  }

  private static void pull(String image) {
    DockerImageName name = DockerImageName.parse(image);
    try {
      client()
          .pullImageCmd(name.getUnversionedPart())
          .withTag(name.getVersionPart())
          .start()
          .awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while image " + image + " was pulled", e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "image "
              + image
              + " is not in the engine, and cannot be pulled: "
              + Failures.reason(e)
              + "; docker pull, load or build it first",
          e);
    }
  }
}
