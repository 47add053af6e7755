package io.github.swarmclient.testkit;

import io.github.swarmclient.ApiVersion;
import io.github.swarmclient.TimeSource;
import io.github.swarmclient.testkit.engine.EngineRelease;
import io.github.swarmclient.testkit.engine.GenericResource;
import io.github.swarmclient.testkit.engine.Host;
import io.github.swarmclient.testkit.engine.HostSettings;
import io.github.swarmclient.testkit.engine.Images;
import io.github.swarmclient.testkit.engine.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A few Docker engines in this process: without Docker, without threads, in virtual time. They
 * answer as real engines do, to the letter, and belong to no swarm at first.
 *
 * <pre>{@code
 * try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01", "docker02", "docker03");
 *     SwarmClient manager = swarm.node("docker01").connect()) {
 *   …
 * }
 * }</pre>
 *
 * <p>Time stands still until someone waits: {@link TimeSource#sleep} of {@link #time()} returns at
 * once, and meanwhile everything has happened that is due in that time. Clients made by {@link
 * SwarmNode#connect()} wait in this time. Who reads a followed log or events lets time pass, too:
 * at once if no other thread uses the engines, otherwise as fast as it really does. {@link
 * Builder#realTime()} lets time follow the real clock instead. Thread-safe.
 */
public final class EmbeddedSwarm implements SwarmCluster {
  private final World world;
  private final List<SwarmNode> nodes;
  private final TimeSource time;
  private final @Nullable PrivateImage privateImage;
  private final Formation formation;
  private final RequestLog requests = new RequestLog();
  private volatile boolean closed;

  private EmbeddedSwarm(World world, @Nullable PrivateImage privateImage, Formation formation) {
    this.world = world;
    this.privateImage = privateImage;
    this.formation = formation;
    this.time = new EngineTime(world);
    List<SwarmNode> made = new ArrayList<>();
    for (Host host : world.hosts()) {
      made.add(new EmbeddedNode(this, host));
    }
    this.nodes = List.copyOf(made);
  }

  /** Starts engines of the given host names, at 172.16.6.31, 172.16.6.32 and so on. */
  public static EmbeddedSwarm start(String... hostnames) {
    Builder builder = builder();
    for (String hostname : hostnames) {
      builder.host(hostname);
    }
    return builder.start();
  }

  /** Returns a builder of embedded engines. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public List<SwarmNode> nodes() {
    return nodes;
  }

  @Override
  public EmbeddedNode node(String hostname) {
    for (SwarmNode node : nodes) {
      if (node.hostname().equals(hostname)) {
        return (EmbeddedNode) node;
      }
    }
    throw new NoSuchElementException("no engine is named " + hostname);
  }

  @Override
  public TimeSource time() {
    return time;
  }

  /**
   * Lets time pass at once, and everything happen that is due meanwhile. Where time follows the
   * real clock, it is ahead of it by so much from then on.
   */
  public void advance(Duration duration) {
    world.advance(duration);
  }

  /** Returns what says how the containers of {@code image} behave. */
  public ImageBehaviour whenImage(String image) {
    ImageBehaviour[] behaviour = new ImageBehaviour[1];
    world.atomically(() -> behaviour[0] = new ImageBehaviour(world, world.script(image)));
    return behaviour[0];
  }

  /** Returns true: the routing mesh of embedded engines always works. */
  @Override
  public boolean routingMesh() {
    return true;
  }

  @Override
  public PrivateImage privateImage() {
    if (privateImage == null) {
      throw new IllegalStateException("no image was asked for by privateImage(…)");
    }
    return privateImage;
  }

  @Override
  public void partition(List<List<SwarmNode>> groups) {
    world.partition(Groups.of(this, groups));
  }

  @Override
  public void heal() {
    world.partition(Map.of());
    nodes.forEach(SwarmNode::heal);
  }

  /** {@inheritDoc} What was said by {@link #whenImage} holds no longer. */
  @Override
  public void reset() {
    requireOpen();
    world.forgetScripts();
    new SwarmReset(this, formation, node -> {}).run();
  }

  @Override
  public List<String> lastRequests() {
    return requests.last();
  }

  RequestLog requests() {
    return requests;
  }

  /** Keeps what would outlive its cluster from being made. */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the cluster of " + this + " is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
    nodes.forEach(node -> ((EmbeddedNode) node).end());
  }

  /** Returns the host names. */
  @Override
  public String toString() {
    return "embedded engines " + nodes;
  }

  /**
   * The time of a world. Unless it follows the real clock, it passes while someone sleeps in it.
   */
  private record EngineTime(World world) implements TimeSource {
    @Override
    public Instant now() {
      return world.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted before a sleep in the time of engines");
      }
      if (world.realTime()) {
        TimeSource.system().sleep(duration);
      } else {
        world.advance(duration);
      }
    }
  }

  /** Builds an {@link EmbeddedSwarm}. What is said of engines holds for all of them. */
  public static final class Builder extends SwarmBuilder<Builder> {
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    private final Map<String, String> arches = new LinkedHashMap<>();
    private final Map<String, List<GenericResource>> generic = new LinkedHashMap<>();
    private final Set<String> only = new LinkedHashSet<>();
    private final Map<String, Images.Login> guarded = new LinkedHashMap<>();
    private String engineVersion = "28.5.2";
    private @Nullable ApiVersion apiVersion;
    private @Nullable ApiVersion minApiVersion;
    private long nanoCpus = 4_000_000_000L;
    private long memory = 8L << 30;
    private boolean keepsUnknownMembers = true;
    private boolean realTime;
    private @Nullable PrivateImage privateImage;

    Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Adds an engine at an address; 172.16.6.31, 172.16.6.32 and so on are those of others. */
    public Builder host(String hostname, String address) {
      addresses.put(hostname, Objects.requireNonNull(address, "address"));
      return host(hostname);
    }

    /**
     * {@inheritDoc} Sets the version, and those of the API, to what that generation has; 28 if this
     * is not called.
     *
     * @throws IllegalArgumentException if there is no such generation, with those that there are
     */
    @Override
    public Builder engine(String version) {
      engineVersion = EngineGeneration.of(version).engineVersion();
      return super.engine(version);
    }

    /** Gives the engine of {@code hostname} a label, for {@code engine.labels} constraints. */
    public Builder engineLabel(String hostname, String key, String value) {
      labels.computeIfAbsent(hostname, name -> new LinkedHashMap<>()).put(key, value);
      return this;
    }

    /** Gives a host another processor than x86_64, as {@code uname} calls it: aarch64. */
    public Builder architecture(String hostname, String arch) {
      arches.put(hostname, Objects.requireNonNull(arch, "arch"));
      return this;
    }

    /** Gives a host so many of a kind of thing that tasks can reserve, such as SSDs. */
    public Builder genericResource(String hostname, String kind, long count) {
      return generic(hostname, new GenericResource(kind, "", count));
    }

    /** Gives a host things that tasks can reserve, each with a name, such as its GPUs. */
    public Builder genericResource(String hostname, String kind, String... names) {
      for (String name : names) {
        generic(hostname, new GenericResource(kind, name, 1));
      }
      return this;
    }

    private Builder generic(String hostname, GenericResource resource) {
      generic.computeIfAbsent(hostname, name -> new ArrayList<>()).add(resource);
      return this;
    }

    /**
     * Emulates engines of the given version, such as 20.10.24, with the versions of the API that
     * they speak; 28.5.2 unless told.
     *
     * @throws IllegalArgumentException if it is no version of an engine from 20.10 on
     */
    public Builder engineVersion(String version) {
      EngineRelease.of(version);
      this.engineVersion = version;
      return this;
    }

    /** Emulates engines whose newest version of the API is {@code version}, whatever they are. */
    public Builder apiVersion(String version) {
      this.apiVersion = ApiVersion.parse(version);
      return this;
    }

    /** Emulates engines whose oldest version of the API is {@code version}, whatever they are. */
    public Builder minApiVersion(String version) {
      this.minApiVersion = ApiVersion.parse(version);
      return this;
    }

    /** Gives every host so many processors and so many bytes of memory; 4 and 8 GiB unless told. */
    public Builder resources(int cpus, long memory) {
      this.nanoCpus = cpus * 1_000_000_000L;
      this.memory = memory;
      return this;
    }

    /** Makes {@code images} the only ones there are, besides private ones. */
    public Builder onlyImages(String... images) {
      only.addAll(List.of(images));
      return this;
    }

    /** Makes {@code image} one that is only for those who log in. */
    public Builder privateImage(String image, String user, String password) {
      guarded.put(image, new Images.Login(user, password));
      if (privateImage == null) {
        privateImage = new PrivateImage(image, user, password);
      }
      return this;
    }

    /**
     * Says whether the engines keep members of a service spec that no engine knows, and give them
     * back. A real engine drops what it does not know; these keep it unless told, and so stand for
     * engines of the future, against which a client must lose nothing.
     */
    public Builder keepsUnknownMembers(boolean keeps) {
      this.keepsUnknownMembers = keeps;
      return this;
    }

    /**
     * Lets time follow the real clock: a container that runs for three seconds takes three seconds,
     * and a client waits as long as it says. For programs that are to be watched, and for clients
     * that wait by the system's clock; tests are quicker in virtual time.
     */
    public Builder realTime() {
      this.realTime = true;
      return this;
    }

    @Override
    public EmbeddedSwarm start() {
      Formation formation = formation();
      checkHosts();
      List<HostSettings> settings = new ArrayList<>();
      for (String hostname : hostnames()) {
        String given = addresses.get(hostname);
        settings.add(settings(hostname, given == null ? address(31 + settings.size()) : given));
      }
      List<String> there = new ArrayList<>(images());
      try (ImageFiles files = imageFiles()) {
        there.addAll(files.names());
      }
      if (!only.isEmpty()) {
        only.addAll(there);
      }
      World world = new World(settings, new Images(only, guarded), keepsUnknownMembers, realTime);
      for (Host host : world.hosts()) {
        for (String image : there) {
          host.hasImage(image);
        }
      }
      if (!formation.isEmpty()) {
        world.form(formation.managers(), formation.workers());
      }
      return new EmbeddedSwarm(world, privateImage, formation);
    }

    private void checkHosts() {
      Set<String> named = new LinkedHashSet<>(labels.keySet());
      named.addAll(arches.keySet());
      named.addAll(generic.keySet());
      named.removeAll(hostnames());
      if (!named.isEmpty()) {
        throw new IllegalArgumentException(
            "something was said of " + named + ", but there are only " + hostnames());
      }
      if (apiVersion != null && minApiVersion != null && !apiVersion.atLeast(minApiVersion)) {
        throw new IllegalArgumentException(
            "minApiVersion(" + minApiVersion + ") is newer than apiVersion(" + apiVersion + ")");
      }
    }

    private static String address(int number) {
      return "172.16." + (6 + number / 256) + "." + number % 256;
    }

    private HostSettings settings(String hostname, String address) {
      EngineRelease release = EngineRelease.of(engineVersion);
      return new HostSettings(
          hostname,
          address,
          engineVersion,
          Objects.requireNonNullElse(apiVersion, release.newest()),
          Objects.requireNonNullElse(minApiVersion, release.oldest()),
          Map.copyOf(labels.getOrDefault(hostname, Map.of())),
          nanoCpus,
          memory,
          arches.getOrDefault(hostname, "x86_64"),
          List.copyOf(generic.getOrDefault(hostname, List.of())));
    }
  }
}
