package io.github.swarmclient.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of every kind of {@link SwarmCluster}.
 *
 * @param <B> the builder of one kind
 */
public abstract class SwarmBuilder<B extends SwarmBuilder<B>> {
  /** Each manager sends to all others; engines refuse nothing, but no swarm lives with more. */
  private static final int MOST_MANAGERS = 99;

  private final List<String> hosts = new ArrayList<>();
  private final List<String> images = new ArrayList<>();
  private final List<Path> imageTars = new ArrayList<>();
  private final List<AppImage> appImages = new ArrayList<>();
  private @Nullable Integer managers;
  private int workers;
  private @Nullable String engine;

  SwarmBuilder() {}

  abstract B self();

  /**
   * Adds engines that are the managers of one swarm: docker01, docker02 and so on.
   *
   * @throws IllegalArgumentException if there is none, or more than 99
   */
  public B managers(int count) {
    if (count < 1 || count > MOST_MANAGERS) {
      throw new IllegalArgumentException(
          "a swarm has 1 to "
              + MOST_MANAGERS
              + " managers, best 1, 3 or 5; managers("
              + count
              + ") was asked for");
    }
    this.managers = count;
    return self();
  }

  /**
   * Adds engines that are workers of the swarm, named on from the managers.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public B workers(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("workers(" + count + ") was asked for; 0 is the least");
    }
    this.workers = count;
    return self();
  }

  /**
   * Adds an engine that is in no swarm.
   *
   * @throws IllegalArgumentException if there is one of that host name
   */
  public B host(String hostname) {
    Objects.requireNonNull(hostname, "hostname");
    if (!hostname.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
      throw new IllegalArgumentException(
          "\"" + hostname + "\" is no host name: it has letters a to z, digits and hyphens");
    }
    if (hosts.contains(hostname)) {
      throw new IllegalArgumentException("two engines cannot both be named " + hostname);
    }
    hosts.add(hostname);
    return self();
  }

  /** Asks for a generation of engines: {@code 28}, {@code 20.10}; the newest there is if not. */
  public B engine(String version) {
    this.engine = Objects.requireNonNull(version, "version");
    return self();
  }

  /**
   * Gives every engine images, without any registry; services then run what the engines have, and
   * pull nothing. They come from the Docker engine of this machine. See also {@link #imageTar}.
   */
  public B image(String... images) {
    this.images.addAll(List.of(images));
    return self();
  }

  /**
   * Gives every engine the images of a file.
   *
   * @param file what {@code docker save} wrote
   * @throws IllegalArgumentException if it cannot be read
   */
  public B imageTar(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "there is no image in "
              + file.toAbsolutePath()
              + ": docker save -o FILE IMAGE makes one");
    }
    imageTars.add(file);
    return self();
  }

  /** Gives every engine images that are made for this test, when the engines are started. */
  public B image(AppImage... images) {
    appImages.addAll(List.of(images));
    return self();
  }

  /**
   * Starts the engines, side by side, makes those that were asked for by {@link #managers} and
   * {@link #workers} one swarm, and returns when all of it is ready.
   *
   * @throws IllegalArgumentException if no engine was asked for, or workers without a manager
   * @throws IllegalStateException if they cannot be started, with what to do about it
   */
  public abstract SwarmCluster start();

  /** Returns the roles that the engines are to have. */
  final Formation formation() {
    if (managers == null && workers > 0) {
      throw new IllegalArgumentException(
          "workers(" + workers + ") need a manager; call managers(1) too");
    }
    Formation formation = Formation.of(managers == null ? 0 : managers, workers);
    if (formation.isEmpty() && hosts.isEmpty()) {
      throw new IllegalArgumentException(
          "no engine was asked for; call managers(1), or host(…) for one in no swarm");
    }
    for (String host : hosts) {
      if (formation.names().contains(host)) {
        throw new IllegalArgumentException(
            "two engines cannot both be named " + host + ": it is a manager or worker");
      }
    }
    return formation;
  }

  /** Returns the host names of all engines, those of the swarm first. */
  final List<String> hostnames() {
    List<String> names = new ArrayList<>(formation().names());
    names.addAll(hosts);
    return names;
  }

  final List<String> images() {
    return List.copyOf(images);
  }

  /** Returns the files of images, which exist until it is closed; each is known to hold images. */
  final ImageFiles imageFiles() {
    return ImageFiles.of(imageTars, appImages);
  }

  final @Nullable String engine() {
    return engine;
  }

  /** Forms the swarm of engines that run, which end if it fails. */
  static <C extends SwarmCluster> C formed(C cluster, Formation formation) {
    try {
      formation.form(cluster);
      return cluster;
    } catch (RuntimeException | Error e) {
      closeAfter(e, cluster);
      throw e;
    }
  }

  /** Closes engines that are of no use, and keeps the reason for that the first one. */
  static void closeAfter(Throwable failure, SwarmCluster cluster) {
    try {
      cluster.close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
