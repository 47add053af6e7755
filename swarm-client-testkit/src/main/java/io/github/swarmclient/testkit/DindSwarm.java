package io.github.swarmclient.testkit;

import static java.util.Comparator.comparing;

import io.github.swarmclient.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Real engines, each in a privileged container with a host name and an address of its own. They are
 * in no swarm yet; {@link io.github.swarmclient.SwarmFormation} makes them one.
 *
 * <pre>{@code
 * try (DindSwarm swarm = DindSwarm.start("docker01", "docker02", "docker03")) { … }
 * }</pre>
 *
 * <p>Needs Testcontainers ({@code org.testcontainers:testcontainers}) on the class path and an
 * engine that it finds and that allows privileged containers. Killed programs leave nothing: what
 * is not closed Testcontainers cleans up.
 */
public final class DindSwarm implements SwarmCluster {
  private static final String DEFAULT_IMAGE = "docker:dind";

  private final List<DindNode> nodes;
  private final DindNetwork network;
  private final @Nullable DindRegistry registry;
  private final boolean routingMesh;

  private DindSwarm(
      List<DindNode> nodes,
      DindNetwork network,
      @Nullable DindRegistry registry,
      boolean routingMesh) {
    this.nodes = nodes;
    this.network = network;
    this.registry = registry;
    this.routingMesh = routingMesh;
  }

  /**
   * Starts engines of the given host names, as {@link Builder#start} does.
   *
   * @throws IllegalStateException if they cannot be started, with what to do about it
   */
  public static DindSwarm start(String... hostnames) {
    Builder builder = builder();
    Arrays.stream(hostnames).forEach(builder::host);
    return builder.start();
  }

  /** Returns a builder of engines. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns why there can be no engines, for tests to be skipped; nothing if there can. */
  public static Optional<String> unavailable() {
    try {
      return OuterEngine.unavailable();
    } catch (LinkageError e) {
      return Optional.of(
          "Testcontainers is not on the class path: add org.testcontainers:testcontainers");
    }
  }

  @Override
  public List<SwarmNode> nodes() {
    return List.copyOf(nodes);
  }

  @Override
  public DindNode node(String hostname) {
    return nodes.stream()
        .filter(node -> node.hostname().equals(hostname))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no engine is named " + hostname));
  }

  /** Returns the system's time. */
  @Override
  public TimeSource time() {
    return TimeSource.system();
  }

  @Override
  public boolean routingMesh() {
    return routingMesh;
  }

  /** {@inheritDoc} It is in the registry that runs beside the nodes, and in none of them. */
  @Override
  public PrivateImage privateImage() {
    if (registry == null) {
      throw new IllegalStateException("no image was asked for by privateImage(…)");
    }
    return registry.image();
  }

  @Nullable String registryId() {
    return registry == null ? null : registry.containerId();
  }

  /** Removes the containers with their volumes, and the network. Closing again does nothing. */
  @Override
  public void close() {
    close(nodes, registry, network);
  }

  private static void close(
      List<DindNode> nodes, @Nullable DindRegistry registry, DindNetwork network) {
    List<Runnable> removals = new ArrayList<>();
    nodes.forEach(node -> removals.add(node::remove));
    if (registry != null) {
      removals.add(registry::close);
    }
    try {
      Parallel.forEach(removals, Runnable::run);
    } finally {
      network.close();
    }
  }

  /** Builds a {@link DindSwarm}. */
  public static final class Builder {
    private final List<String> hosts = new ArrayList<>();
    private final List<String> preloads = new ArrayList<>();
    private final List<String> engineFlags = new ArrayList<>(List.of("--tls=false"));
    private final Set<String> privateImages = new LinkedHashSet<>();
    private @Nullable String image;
    private Duration within = Duration.ofMinutes(1);
    private boolean published;

    Builder() {}

    /**
     * Sets the image of the engines, which takes flags of dockerd as its command. If this is not
     * called, it is what the environment variable {@code SWARM_NODE_IMAGE} names, or else {@code
     * docker:dind}.
     */
    public Builder image(String image) {
      this.image = Objects.requireNonNull(image, "image");
      return this;
    }

    /**
     * Adds an engine.
     *
     * @throws IllegalArgumentException if there is one of that host name
     */
    public Builder host(String hostname) {
      if (hosts.contains(Objects.requireNonNull(hostname, "hostname"))) {
        throw new IllegalArgumentException("two engines cannot both be named " + hostname);
      }
      hosts.add(hostname);
      return this;
    }

    /**
     * Copies images from the engine that runs the containers into each of the engines, without any
     * registry. One that it does not have either it pulls.
     */
    public Builder preload(String... images) {
      preloads.addAll(List.of(images));
      return this;
    }

    /**
     * Puts an image of the engine that runs the containers into a registry that wants a login. The
     * registry, {@code registry:5000}, runs beside the engines and is seen by them alone; there,
     * the image is {@code registry:5000/IMAGE}. See {@link DindSwarm#privateImage()} for the login.
     *
     * <p>Services then pull images before they run them, as with any engine, but from this registry
     * alone; other images run as {@linkplain #preload preloaded}, as they do without this.
     *
     * <p>The registry's own image is {@code registry:2}, or what the environment variable {@code
     * SWARM_REGISTRY_IMAGE} names.
     *
     * @param image its name with or without a tag, {@code nginx:1.13}
     * @throws IllegalArgumentException if it is named by a digest
     */
    public Builder privateImage(String image) {
      if (Objects.requireNonNull(image, "image").contains("@")) {
        throw new IllegalArgumentException(image + " cannot be pushed; name it by a tag");
      }
      privateImages.add(image);
      return this;
    }

    /** Adds flags of dockerd, such as {@code --insecure-registry=registry:5000}. */
    public Builder engineFlags(String... flags) {
      engineFlags.addAll(List.of(flags));
      return this;
    }

    /** Sets how long an engine may take until it answers; a minute if this is not called. */
    public Builder within(Duration within) {
      this.within = Objects.requireNonNull(within, "within");
      return this;
    }

    /** Reaches the engines by published ports, as if Docker ran on another machine. */
    Builder published() {
      this.published = true;
      return this;
    }

    /**
     * Starts the engines, side by side, and returns when all of them answer.
     *
     * @throws IllegalArgumentException if there is no host
     * @throws IllegalStateException if they cannot be started, with what to do about it
     */
    public DindSwarm start() {
      if (hosts.isEmpty()) {
        throw new IllegalArgumentException("a swarm has at least one host; none was given");
      }
      unavailable()
          .ifPresent(
              reason -> {
                throw new IllegalStateException(reason);
              });
      String nodeImage = OuterEngine.substituted(image == null ? defaultImage() : image);
      OuterEngine.provide(nodeImage);
      preloads.forEach(OuterEngine::provide);
      privateImages.forEach(OuterEngine::provide);
      if (!privateImages.isEmpty()) {
        DindRegistry.provide();
      }
      try (ImageTar tar = new ImageTar(preloads);
          ImageTar pushed = new ImageTar(List.copyOf(privateImages))) {
        return start(nodeImage, tar, pushed);
      }
    }

    private DindSwarm start(String nodeImage, ImageTar tar, ImageTar pushed) {
      DindNetwork network = DindNetwork.create();
      boolean direct = network.direct() && !published;
      DindContainer.Plan plan =
          new DindContainer.Plan(nodeImage, flags(), network, direct, !privateImages.isEmpty());
      Queue<DindNode> started = new ConcurrentLinkedQueue<>();
      DindRegistry registry = null;
      try {
        if (!privateImages.isEmpty()) {
          registry =
              DindRegistry.create(
                  network, network.address(hosts.size()), List.copyOf(privateImages), within);
        }
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(tar::save);
        tasks.add(pushed::save);
        if (registry != null) {
          tasks.add(registry::start);
        }
        hosts.forEach(host -> tasks.add(() -> startNode(plan, host, started)));
        Parallel.forEach(tasks, Runnable::run);
        List<DindNode> nodes =
            started.stream().sorted(comparing(node -> hosts.indexOf(node.hostname()))).toList();
        // Before the others get theirs: what is pushed is removed again.
        if (registry != null) {
          registry.pushFrom(nodes.get(0), pushed);
        }
        Parallel.forEach(nodes, tar::loadInto);
        return new DindSwarm(nodes, network, registry, nodes.get(0).hasIpvs());
      } catch (RuntimeException | Error e) {
        closeAfter(e, List.copyOf(started), registry, network);
        throw e;
      }
    }

    private List<String> flags() {
      List<String> flags = new ArrayList<>(engineFlags);
      if (!privateImages.isEmpty()) {
        flags.add("--insecure-registry=" + DindRegistry.ADDRESS);
      }
      return flags;
    }

    private void startNode(DindContainer.Plan plan, String host, Queue<DindNode> started) {
      String address = plan.network().address(hosts.indexOf(host));
      DindContainer container = DindContainer.start(plan, host, address);
      DindNode node = new DindNode(host, address, container, within, plan.direct());
      started.add(node);
      node.awaitReady();
    }

    private static void closeAfter(
        Throwable failure,
        List<DindNode> nodes,
        @Nullable DindRegistry registry,
        DindNetwork network) {
      try {
        close(nodes, registry, network);
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }

    private static String defaultImage() {
      return Objects.requireNonNullElse(System.getenv("SWARM_NODE_IMAGE"), DEFAULT_IMAGE);
    }
  }
}
