package io.github.swarmclient.testkit;

import io.github.swarmclient.TimeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Real engines on this machine, without Docker around them and without any registry: each is a
 * {@code dockerd} in namespaces of its own, with a host name, an address, a file system and a
 * network cable of its own. For Linux, and for root alone.
 *
 * <pre>{@code
 * try (LocalSwarm cluster = SwarmCluster.local().managers(3).imageTar(Path.of("app.tar")).start();
 *     SwarmClient swarm = cluster.connect()) {
 *   …
 * }
 * }</pre>
 *
 * <p>Whatever becomes of this process, nothing is left: no process, mount, network device, control
 * group or file, but for the temporary file of an image if it is killed while it starts. The
 * engines listen without TLS, on a network that only this machine sees; whoever has an account on
 * it reaches them.
 */
public final class LocalSwarm implements SwarmCluster {
  private final LocalMachine machine;
  private final Formation formation;
  private final RequestLog requests = new RequestLog();
  private List<LocalNode> nodes = List.of();
  private @Nullable PrivateRegistry registry;

  private LocalSwarm(LocalMachine machine, Formation formation) {
    this.machine = machine;
    this.formation = formation;
  }

  /** Returns a builder of engines. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns why there can be no engines, for tests to be skipped; nothing if there can. */
  public static Optional<String> unavailable() {
    return LocalMachine.unavailable().or(EngineRoots.ofEnvironment()::unavailable);
  }

  @Override
  public List<SwarmNode> nodes() {
    return List.copyOf(nodes);
  }

  @Override
  public LocalNode node(String hostname) {
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
    return Files.exists(Path.of("/proc/net/ip_vs"));
  }

  /** {@inheritDoc} It is in a registry that runs beside the engines, and in none of them. */
  @Override
  public PrivateImage privateImage() {
    if (registry == null) {
      throw new IllegalStateException("no image was asked for by privateImage(…)");
    }
    return registry.image();
  }

  @Override
  public void partition(List<List<SwarmNode>> groups) {
    Map<String, Integer> sides = Groups.of(this, groups);
    Parallel.forEach(nodes(), node -> Firewall.drop(node, Groups.beyond(this, sides, node)));
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

  RequestLog requests() {
    return requests;
  }

  LocalMachine machine() {
    return machine;
  }

  @Override
  public void close() {
    try {
      nodes.forEach(FaultyNode::endFaults);
    } finally {
      machine.close();
    }
  }

  /** Returns the host names and endpoints. */
  @Override
  public String toString() {
    return "local engines " + nodes;
  }

  /** Builds a {@link LocalSwarm}. */
  public static final class Builder extends SwarmBuilder<Builder> {
    private final Set<String> privateImages = new LinkedHashSet<>();
    private final List<String> engineFlags = new ArrayList<>();
    private Duration within = Duration.ofMinutes(1);
    private @Nullable Path engineRoot;

    Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /**
     * {@inheritDoc} It is looked for in the environment variable {@code SWARM_ENGINE_ROOTS}: {@code
     * 20.10=/roots/bookworm,28=/roots/forky} names the root file systems of generations. Without
     * it, the {@code dockerd} of this machine has to be of the generation.
     */
    @Override
    public Builder engine(String version) {
      return super.engine(version);
    }

    /**
     * Takes the engine from the root file system in a folder, which is not written to; it has
     * dockerd, containerd, runc and iptables in it. If neither this nor {@link #engine} is called,
     * it is the {@code dockerd} of this machine, or else the last of {@code SWARM_ENGINE_ROOTS}.
     *
     * @throws IllegalArgumentException if there is no dockerd in it
     */
    public Builder engineRoot(Path root) {
      this.engineRoot = EngineRoots.checked(root);
      return this;
    }

    /**
     * {@inheritDoc} Before that they are looked for in the folder that the environment variable
     * {@code SWARM_ENGINE_IMAGES} names, which holds files of {@code docker save}.
     */
    @Override
    public Builder image(String... images) {
      return super.image(images);
    }

    /**
     * Puts an image, which is looked for as others are, into a registry that wants a login. The
     * registry runs beside the engines, at an address of its own; {@link LocalSwarm#privateImage()}
     * tells how the image is named there, and the login.
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

    @Override
    public LocalSwarm start() {
      Formation formation = formation();
      PrivateRegistry.checkHosts(hostnames(), privateImages);
      try (ImageFiles files = imageFiles();
          ImageFiles pushed = new ImageFiles();
          ImageFiles registry = new ImageFiles()) {
        LocalMachine.unavailable()
            .ifPresent(
                reason -> {
                  throw new IllegalStateException(reason);
                });
        EngineRoots roots = EngineRoots.ofEnvironment();
        String root = engineRoot != null ? engineRoot.toString() : roots.root(engine());
        LocalImages.addTo(files, images());
        if (!privateImages.isEmpty()) {
          LocalImages.addTo(pushed, privateImages);
          LocalImages.addTo(registry, List.of(PrivateRegistry.ownImage()));
        }
        LocalSwarm swarm = new LocalSwarm(LocalMachine.create(), formation);
        try {
          start(swarm, root, registry);
          if (swarm.registry != null) {
            LocalNode first = swarm.nodes.get(0);
            pushed.loadInto(first);
            swarm.registry.pushFrom(first.access());
          }
          Parallel.forEach(swarm.nodes, files::loadInto);
        } catch (RuntimeException | Error e) {
          closeAfter(e, swarm);
          throw e;
        }
        return formed(swarm, formation);
      }
    }

    /** Starts the engines, and the registry if there is to be one, side by side. */
    private void start(LocalSwarm swarm, String root, ImageFiles registryFiles) {
      List<String> names = new ArrayList<>(hostnames());
      if (!privateImages.isEmpty()) {
        names.add(PrivateRegistry.HOSTNAME);
      }
      Map<String, LocalMachine.Host> hosts = new HashMap<>();
      for (LocalMachine.Host host : swarm.machine.add(names, root)) {
        hosts.put(host.hostname(), host);
      }
      List<Runnable> starts = new ArrayList<>();
      if (!privateImages.isEmpty()) {
        LocalMachine.Host beside = Objects.requireNonNull(hosts.get(PrivateRegistry.HOSTNAME));
        String address = beside.address() + ":" + PrivateRegistry.PORT;
        swarm.registry = new PrivateRegistry(address, List.copyOf(privateImages));
        LocalNode node = new LocalNode(swarm, beside, plan(null));
        starts.add(() -> LocalRegistry.start(node, registryFiles, within));
      }
      LocalNode.Plan plan = plan(swarm.registry);
      swarm.nodes =
          hostnames().stream()
              .map(name -> new LocalNode(swarm, Objects.requireNonNull(hosts.get(name)), plan))
              .toList();
      swarm.nodes.forEach(node -> starts.add(node::start));
      Parallel.forEach(starts, Runnable::run);
    }

    private LocalNode.Plan plan(@Nullable PrivateRegistry registry) {
      List<String> flags = new ArrayList<>(engineFlags);
      // Without it an engine that listens on plain TCP waits for 15 seconds.
      flags.add("--tls=false");
      if (registry == null) {
        return new LocalNode.Plan(flags, PrivateRegistry.OFFLINE, within);
      }
      flags.add(registry.engineFlag());
      return new LocalNode.Plan(flags, PrivateRegistry.environment(registry.address()), within);
    }
  }
}
