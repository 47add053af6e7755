package io.github.swarmclient.testkit;

import static java.util.Comparator.comparing;

import io.github.swarmclient.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
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
 * engine that it finds and that allows privileged containers. Killed programs leave nothing: a
 * child of this process removes what is not closed.
 */
public final class DindSwarm implements SwarmCluster {
  private static final String DEFAULT_IMAGE = "docker:dind";

  private final Queue<DindNode> started = new ConcurrentLinkedQueue<>();
  private final RequestLog requests = new RequestLog();
  private final List<String> hostnames;
  private final Formation formation;
  private final DindNetwork network;
  private final @Nullable DindRegistry registry;
  private boolean routingMesh;

  /** The group of each engine by its host name, if there ever was a partition. */
  private volatile Map<String, Integer> sides = Map.of();

  private DindSwarm(
      List<String> hostnames,
      Formation formation,
      DindNetwork network,
      @Nullable DindRegistry registry) {
    this.hostnames = hostnames;
    this.formation = formation;
    this.network = network;
    this.registry = registry;
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
    return List.copyOf(engines());
  }

  private List<DindNode> engines() {
    return started.stream().sorted(comparing(node -> hostnames.indexOf(node.hostname()))).toList();
  }

  @Override
  public DindNode node(String hostname) {
    return started.stream()
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

  @Override
  public void partition(List<List<SwarmNode>> groups) {
    sides = Groups.of(this, groups);
    Parallel.forEach(engines(), DindNode::standApart);
  }

  boolean isPartitioned() {
    return new HashSet<>(sides.values()).size() > 1;
  }

  /** Returns the addresses that a node does not see. */
  List<String> beyond(SwarmNode node) {
    return Groups.beyond(this, sides, node);
  }

  @Override
  public void heal() {
    partition(List.of());
    Parallel.forEach(nodes(), SwarmNode::heal);
  }

  @Override
  public void reset() {
    new SwarmReset(this, formation, node -> node(node.hostname()).removeContainers()).run();
  }

  @Override
  public List<String> lastRequests() {
    return requests.last();
  }

  /** Returns the host names and endpoints. */
  @Override
  public String toString() {
    return "engines in containers " + engines();
  }

  @Nullable String registryId() {
    return registry == null ? null : registry.containerId();
  }

  /** Removes the containers with their volumes, and the network. Closing again does nothing. */
  @Override
  public void close() {
    List<Runnable> removals = new ArrayList<>();
    started.forEach(node -> removals.add(node::remove));
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
  public static final class Builder extends SwarmBuilder<Builder> {
    private final List<String> engineFlags = new ArrayList<>(List.of("--tls=false"));
    private final Set<String> privateImages = new LinkedHashSet<>();
    private @Nullable String nodeImage;
    private Duration within = Duration.ofMinutes(1);
    private boolean published;

    Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /**
     * Sets the image of the engines, which takes flags of dockerd as its command. If neither this
     * nor {@link #engine} is called, it is what the environment variable {@code SWARM_NODE_IMAGE}
     * names, or else {@code docker:dind}.
     */
    public Builder nodeImage(String image) {
      this.nodeImage = Objects.requireNonNull(image, "image");
      return this;
    }

    /**
     * {@inheritDoc} For 28 that is the image of {@code SWARM_NODE_IMAGES}, names separated by
     * commas, whose tag begins with 28; or {@code docker:28-dind} if that variable is not set.
     */
    @Override
    public Builder engine(String version) {
      return super.engine(version);
    }

    /**
     * {@inheritDoc} They are copied from the engine that runs the containers. One that it does not
     * have either it pulls.
     */
    @Override
    public Builder image(String... images) {
      return super.image(images);
    }

    /**
     * Puts an image of the engine that runs the containers into a registry that wants a login. The
     * registry, {@code registry:5000}, runs beside the engines and is seen by them alone; there,
     * the image is {@code registry:5000/IMAGE}. See {@link DindSwarm#privateImage()} for the login.
     *
     * <p>Services then pull images before they run them, as with any engine, but from this registry
     * alone; other images run as {@linkplain #image given}, as they do without this.
     *
     * <p>The registry's own image is {@code registry:2}, or what the environment variable {@code
     * SWARM_REGISTRY_IMAGE} names.
     *
     * @param image its name with or without a tag, {@code nginx:1.13}
     * @throws IllegalArgumentException if it is named by a digest
     */
    public Builder privateImage(String image) {
      privateImages.add(PrivateRegistry.pushable(image));
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

    @Override
    public DindSwarm start() {
      Formation formation = formation();
      PrivateRegistry.checkHosts(hostnames(), privateImages);
      try (ImageFiles files = imageFiles()) {
        unavailable()
            .ifPresent(
                reason -> {
                  throw new IllegalStateException(reason);
                });
        return start(formation, files);
      }
    }

    private DindSwarm start(Formation formation, ImageFiles files) {
      String engines = OuterEngine.substituted(nodeImage());
      OuterEngine.provide(engines);
      images().forEach(OuterEngine::provide);
      privateImages.forEach(OuterEngine::provide);
      if (!privateImages.isEmpty()) {
        DindRegistry.provide();
      }
      try (ImageTar tar = new ImageTar(images());
          ImageTar pushed = new ImageTar(List.copyOf(privateImages))) {
        return formed(start(engines, formation, files, tar, pushed), formation);
      }
    }

    private DindSwarm start(
        String engines, Formation formation, ImageFiles files, ImageTar tar, ImageTar pushed) {
      DindNetwork network = DindNetwork.create();
      boolean direct = network.direct() && !published;
      DindContainer.Plan plan =
          new DindContainer.Plan(engines, flags(), network, direct, !privateImages.isEmpty());
      List<String> hosts = hostnames();
      DindRegistry registry = privateImages.isEmpty() ? null : registry(network, hosts.size());
      DindSwarm swarm = new DindSwarm(hosts, formation, network, registry);
      try {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(tar::save);
        tasks.add(pushed::save);
        if (registry != null) {
          tasks.add(registry::start);
        }
        hosts.forEach(host -> tasks.add(() -> startNode(plan, host, swarm)));
        Parallel.forEach(tasks, Runnable::run);
        // Before the others get theirs: what is pushed is removed again.
        if (registry != null) {
          registry.pushFrom(swarm.engines().get(0), pushed);
        }
        Parallel.forEach(
            swarm.engines(),
            node -> {
              tar.loadInto(node);
              files.loadInto(node);
            });
        swarm.routingMesh = swarm.engines().get(0).hasIpvs();
        return swarm;
      } catch (RuntimeException | Error e) {
        closeAfter(e, swarm);
        throw e;
      }
    }

    private DindRegistry registry(DindNetwork network, int number) {
      try {
        return DindRegistry.create(
            network, network.address(number), List.copyOf(privateImages), within);
      } catch (RuntimeException | Error e) {
        network.close();
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

    private void startNode(DindContainer.Plan plan, String host, DindSwarm swarm) {
      String address = plan.network().address(swarm.hostnames.indexOf(host));
      DindContainer container = DindContainer.start(plan, host, address);
      EngineAccess access =
          new EngineAccess(host, address, container.endpoint(), within, swarm.requests);
      DindNode node = new DindNode(swarm, access, container, plan.direct());
      swarm.started.add(node);
      node.awaitAnswer();
    }

    private String nodeImage() {
      if (nodeImage != null) {
        return nodeImage;
      }
      String engine = engine();
      return engine == null
          ? Objects.requireNonNullElse(System.getenv("SWARM_NODE_IMAGE"), DEFAULT_IMAGE)
          : nodeImage(engine, System.getenv("SWARM_NODE_IMAGES"));
    }

    /** Returns the image of a generation: one of those named, or else Docker's own. */
    static String nodeImage(String engine, @Nullable String named) {
      if (named == null || named.isBlank()) {
        return "docker:" + EngineGeneration.of(engine).name() + "-dind";
      }
      List<String> images = Arrays.stream(named.split(",", -1)).map(String::strip).toList();
      return images.stream()
          .filter(image -> image.matches(".*:" + Pattern.quote(engine) + "([.-].*)?"))
          .findFirst()
          .orElseThrow(() -> EngineGeneration.unknown(engine, images));
    }
  }
}
