package io.github.swarmclient.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.github.swarmclient.transport.EngineAddress;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The engine that runs the nodes' containers: the one that Testcontainers finds. */
final class OuterEngine {
  /**
   * How long all of it may take at most, with the classes to be loaded for it: on a machine that is
   * busy with other tests that is a minute. Whatever does not work is found out in seconds.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How long an engine may take to answer a ping, which is no matter of this process's load. */
  private static final Duration ANSWERING = Duration.ofSeconds(5);

  /** How long the pull of an image may take: a layer that stalls would be waited for for ever. */
  private static final Duration PULL_TIMEOUT = Duration.ofMinutes(10);

  /** The label of what this process's clusters have made. */
  private static final String SESSION = "io.github.swarmclient.testkit.session";

  private static volatile String publishedHost = "localhost";
  private static volatile String address = "";

  /** Found once, so that not every test waits for what is not there. */
  private static final CompletableFuture<DockerClient> CLIENT =
      CompletableFuture.supplyAsync(OuterEngine::checkAndFind, OuterEngine::daemon)
          .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);

  private OuterEngine() {}

  private static DockerClient checkAndFind() {
    String named = Objects.requireNonNullElse(System.getenv("DOCKER_HOST"), "");
    // Of the other ways to an engine Testcontainers alone knows.
    if (named.matches("(unix|tcp|http)://.*") && System.getenv("DOCKER_TLS_VERIFY") == null) {
      try {
        EngineAccess.ping(EngineAddress.of(named), ANSWERING);
      } catch (IOException e) {
        // Not as the cause, of which alone the message would tell.
        IllegalStateException none =
            new IllegalStateException(
                "DOCKER_HOST is " + named + ", where none answers: " + Failures.reason(e));
        none.addSuppressed(e);
        throw none;
      }
    }
    DockerClient client = find();
    if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
      daemon(OuterEngine::startRyuk);
    }
    return client;
  }

  /**
   * Finds the engine as Testcontainers does, but does not wait until that has started Ryuk, its
   * container that cleans up: without a registry it goes on for minutes trying to pull that. All
   * that is needed of Testcontainers is asked for now, for it answers nothing meanwhile.
   */
  private static DockerClient find() {
    DockerClientFactory factory = DockerClientFactory.instance();
    TransportConfig found = factory.getTransportConfig();
    publishedHost = factory.dockerHostIpAddress();
    address = found.getSslConfig() == null ? found.getDockerHost().toString() : "";
    return DockerClientProviderStrategy.getClientForConfig(found);
  }

  /**
   * Returns what {@link #at} takes in another process of this machine: the engine's address, or an
   * empty text where that is not all that is needed.
   */
  static String address() {
    return address;
  }

  /** Returns a client of the engine at an address: to find it anew costs seconds. */
  static DockerClient at(String address) {
    return address.isEmpty()
        ? find()
        : DockerClientProviderStrategy.getClientForConfig(
            TransportConfig.builder().dockerHost(URI.create(address)).build());
  }

  private static void startRyuk() {
    try {
      DockerClientFactory.instance().client();
    } catch (RuntimeException e) {
      // The kit's own cleaner is there in any case.
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "swarm-testkit-docker");
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
            "the Docker engine at "
                + Objects.requireNonNullElse(System.getenv("DOCKER_HOST"), "its usual place")
                + " has not answered within "
                + PATIENCE.toSeconds()
                + "s: start it again, or set DOCKER_HOST to one that works",
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

  /**
   * Returns the labels by which {@link DindReaper} and Testcontainers clean up what a killed JVM
   * leaves.
   */
  static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>(DockerClientFactory.DEFAULT_LABELS);
    labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
    labels.put(SESSION, DockerClientFactory.SESSION_ID);
    return labels;
  }

  /** Returns the label that is on everything that this process has made, and nothing else. */
  static String sessionLabel() {
    return SESSION + "=" + DockerClientFactory.SESSION_ID;
  }

  /** Returns the name or address by which this process reaches published ports. */
  static String publishedHost() {
    return publishedHost;
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
      boolean pulled =
          client()
              .pullImageCmd(name.getUnversionedPart())
              .withTag(name.getVersionPart())
              .start()
              .awaitCompletion(PULL_TIMEOUT.toMinutes(), TimeUnit.MINUTES);
      if (!pulled) {
        throw new IllegalStateException("it takes longer than " + PULL_TIMEOUT);
      }
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
