package io.github.swarmclient.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The engine that runs the nodes' containers: the one that Testcontainers finds. */
final class OuterEngine {
  /**
   * Before it gives a client away, Testcontainers starts a container that cleans up; where no
   * registry can be reached, it goes on for minutes trying to pull that image.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** Found once, so that not every test waits for what is not there. */
  private static final CompletableFuture<DockerClient> CLIENT =
      CompletableFuture.supplyAsync(
              () -> DockerClientFactory.instance().client(), OuterEngine::inDaemonThread)
          .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);

  private OuterEngine() {}

  private static void inDaemonThread(Runnable search) {
    Thread thread = new Thread(search, "swarm-testkit-docker");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns why there is no such engine, or nothing if there is one. */
  static Optional<String> unavailable() {
    try {
      client();
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /**
   * Returns the client of the engine, which is not to be closed.
   *
   * @throws IllegalStateException if there is no engine
   */
  static DockerClient client() {
    try {
      return CLIENT.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new IllegalStateException(
            "Testcontainers is not ready within "
                + PATIENCE.toSeconds()
                + "s; if it cannot pull its image testcontainers/ryuk, pull or load that first,"
                + " or set the environment variable TESTCONTAINERS_RYUK_DISABLED=true",
            e);
      }
      if (e.getCause() instanceof LinkageError) {
        throw new IllegalStateException(
            "Testcontainers is not on the class path: add org.testcontainers:testcontainers", e);
      }
      throw new IllegalStateException(
          "there is no Docker engine to run nodes in: start one, or set DOCKER_HOST ("
              + Failures.reason(e)
              + ")",
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
