package io.github.swarmclient;

import io.github.swarmclient.model.AuthResponse;
import io.github.swarmclient.model.EngineVersion;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.ManagerStatus;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.RegistryAuth;
import io.github.swarmclient.model.Swarm;
import io.github.swarmclient.model.SystemInfo;
import io.github.swarmclient.model.UnlockKey;
import io.github.swarmclient.model.UnlockRequest;
import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one Docker engine, or to several managers of one swarm. Thread-safe; made once,
 * and closed when it is no longer used.
 *
 * <p>Given several managers, a read goes on to the next one when a manager does not answer, for a
 * minute and the attempt in which it ends; a write only where it certainly had no effect. What
 * changes one engine's part in a swarm (init, join, leave, unlock) such a client refuses with an
 * {@link IllegalStateException}.
 */
public final class SwarmClient implements AutoCloseable {
  private final ApiCalls calls;
  private final NodeConnections connections;
  private final ImageResolution resolution;

  private SwarmClient(ApiCalls calls, NodeConnections connections, ImageResolution resolution) {
    this.calls = calls;
    this.connections = connections;
    this.resolution = resolution;
  }

  /**
   * Returns a client of the engines at {@code addresses}, such as {@code
   * unix:///var/run/docker.sock} or {@code tcp://docker01:2375}. Without any it is the one that the
   * environment variable {@code DOCKER_HOST} names, or else the local one. Connects to nothing yet.
   *
   * @throws IllegalArgumentException if an address is malformed
   * @throws IllegalStateException if no transport for it is on the class path
   */
  public static SwarmClient connect(String... addresses) {
    return builder().addresses(addresses).build();
  }

  /** Returns a client that talks through {@code transport}, and closes it when it is closed. */
  public static SwarmClient over(SwarmTransport transport) {
    return builder().transport(transport).build();
  }

  /** Returns a builder of clients. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a client like this that also reaches the containers on the engines of {@code others}:
   * exec and copy work only at the engine that runs the container. It shares the connections of all
   * of them, and closing it closes only this one's.
   */
  public SwarmClient reaching(SwarmClient... others) {
    List<ApiCalls> engines = new ArrayList<>();
    Arrays.stream(others).forEach(other -> engines.add(other.calls));
    return new SwarmClient(calls, connections.and(engines), resolution);
  }

  /** Returns the engine's version and the range of API versions it speaks. */
  public EngineVersion version() {
    return calls.get("version", "/version").read(EngineVersion.class);
  }

  /** Returns the API version that this client talks with the engine. */
  public ApiVersion apiVersion() {
    return calls.version();
  }

  /** Returns what the engine says of its host, itself and its part in a swarm. */
  public SystemInfo info() {
    return calls.get("info", "/info").read(SystemInfo.class);
  }

  /** Returns when the engine answers. */
  public void ping() {
    calls.get("ping", "/_ping").unversioned().done();
  }

  /** Begins to make a new swarm with this engine as its first manager. */
  public SwarmInit init() {
    return new SwarmInit(calls);
  }

  /**
   * Begins to join the swarm of a manager.
   *
   * @param remoteAddress the manager's address, {@code host} or {@code host:port}; the port is 2377
   *     if not given
   */
  public SwarmJoin join(String remoteAddress) {
    return new SwarmJoin(calls, remoteAddress);
  }

  /** Begins to leave the swarm. */
  public SwarmLeave leave() {
    return new SwarmLeave(calls);
  }

  /** Returns the swarm, with its join tokens. */
  public Swarm inspect() {
    return calls.get("swarm inspect", "/swarm").read(Swarm.class);
  }

  /** Begins to change the settings of the swarm. */
  public SwarmUpdate update() {
    return new SwarmUpdate(calls);
  }

  /** Returns the tokens that engines join the swarm with. */
  public JoinTokens joinTokens() {
    return Objects.requireNonNull(inspect().joinTokens(), "a manager reports the join tokens");
  }

  /**
   * Returns the command that {@code docker swarm join-token} prints: for a shell on an engine that
   * is to join through this manager, in this role. The join token is in it.
   *
   * @throws SwarmStateException if the engine is no manager
   */
  public String joinCommand(NodeRole role) {
    JoinTokens tokens = joinTokens();
    ManagerStatus manager =
        Objects.requireNonNull(nodes().inspect("self").managerStatus(), "this is a manager");
    return "docker swarm join --token "
        + (role.equals(NodeRole.MANAGER) ? tokens.manager() : tokens.worker())
        + " "
        + manager.addr();
  }

  /**
   * Replaces the join token of one role, and of no other; the old one is refused from then on.
   *
   * @return both tokens as they are now
   */
  public JoinTokens rotateJoinToken(NodeRole role) {
    update().rotateJoinToken(role).execute();
    return joinTokens();
  }

  /** Returns the key that unlocks a locked manager; null or empty if autolock is off. */
  public @Nullable String unlockKey() {
    return calls.get("swarm unlock key", "/swarm/unlockkey").read(UnlockKey.class).unlockKey();
  }

  /** Unlocks this manager after a restart. */
  public void unlock(String key) {
    calls.requiresOneEngine("swarm unlock");
    calls
        .post("swarm unlock", "/swarm/unlock")
        .body(UnlockRequest.builder().unlockKey(key).build())
        .done();
  }

  /** Returns the services of the swarm. */
  public Services services() {
    return new Services(calls, connections, resolution);
  }

  /** Returns the nodes of the swarm. */
  public Nodes nodes() {
    return new Nodes(calls);
  }

  /** Returns the tasks of the swarm. */
  public Tasks tasks() {
    return new Tasks(calls, connections);
  }

  /** Returns the secrets of the swarm. */
  public Secrets secrets() {
    return new Secrets(calls);
  }

  /** Returns the configs of the swarm. */
  public Configs configs() {
    return new Configs(calls);
  }

  /** Returns the networks that this engine knows, and of a manager those of the swarm. */
  public Networks networks() {
    return new Networks(calls);
  }

  /** Returns the volumes of this engine, and of a manager the cluster volumes. */
  public Volumes volumes() {
    return new Volumes(calls);
  }

  /** Begins to follow what happens on this engine and, on a manager, in the swarm. */
  public EventRequest events() {
    return new EventRequest(calls);
  }

  /** Returns the images of this engine. */
  public Images images() {
    return new Images(calls);
  }

  /**
   * Begins to ask the registry of an image for its digest and platforms.
   *
   * @throws IllegalArgumentException if that is no name of an image, with what is wrong
   */
  public DistributionRequest distribution(String image) {
    return new DistributionRequest(calls, ImageReference.parse(image));
  }

  /**
   * Asks a registry, through the engine, whether it takes a login.
   *
   * @param registry its address: {@code registry.example.com:5000}
   * @return what it said, and the token that it may give in place of the password
   * @throws DeniedException if it does not
   * @throws EngineException if the registry does not answer
   */
  public AuthResponse auth(String registry, String user, String password) {
    return auth(
        RegistryAuth.builder()
            .serverAddress(Checks.text("registry", registry))
            .username(Checks.text("user", user))
            .password(password)
            .build());
  }

  /** Asks a registry as {@link #auth(String, String, String)} does, also with a token. */
  public AuthResponse auth(RegistryAuth login) {
    return calls
        .post("auth at " + login.serverAddress(), "/auth")
        .body(login)
        .read(AuthResponse.class);
  }

  /** Returns where this client takes the time from. */
  public TimeSource time() {
    return calls.time();
  }

  /** Returns the address, or the addresses, of the engines. */
  @Override
  public String toString() {
    return calls.names();
  }

  /** Closes all connections, also those of open streams. Closing again does nothing. */
  @Override
  public void close() {
    calls.close();
  }

  ApiCalls calls() {
    return calls;
  }

  /** Builds a {@link SwarmClient}. */
  public static final class Builder {
    private final List<SwarmTransport> transports = new ArrayList<>();
    private final List<EngineAddress> addresses = new ArrayList<>();
    private @Nullable ApiVersion apiVersion;
    private TimeSource time = TimeSource.system();
    private ImageResolution resolution = ImageResolution.OFF;
    private @Nullable Path dockerConfig;

    Builder() {}

    /** Adds a transport to an engine; the client closes it. */
    public Builder transport(SwarmTransport transport) {
      transports.add(Objects.requireNonNull(transport, "transport"));
      return this;
    }

    /**
     * Adds the engines at {@code addresses}.
     *
     * @throws IllegalArgumentException if an address is malformed
     */
    public Builder addresses(String... addresses) {
      Arrays.stream(addresses).map(EngineAddress::of).forEach(this.addresses::add);
      return this;
    }

    /**
     * Talks this API version instead of the engine's own. Engines drop from a request what is newer
     * than the version it comes in.
     */
    public Builder apiVersion(ApiVersion version) {
      if (!version.atLeast(ApiVersion.MINIMUM)) {
        throw new IllegalArgumentException(
            "API "
                + version
                + " is too old; this library talks "
                + ApiVersion.MINIMUM
                + " or newer");
      }
      this.apiVersion = version;
      return this;
    }

    /** Takes the time from {@code time}; from the system's clock if this is not called. */
    public Builder time(TimeSource time) {
      this.time = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * Reads logins at registries from the Docker configuration in this folder, where an operation
     * is {@linkplain ServiceCreate#withRegistryAuth() asked to}; from the one that the environment
     * variable {@code DOCKER_CONFIG} names, or else {@code .docker} in the user's home, if this is
     * not called.
     */
    public Builder dockerConfig(Path folder) {
      this.dockerConfig = Objects.requireNonNull(folder, "folder");
      return this;
    }

    /**
     * Sets whether images of services are resolved to digests, where an operation does not say so
     * itself; {@link ImageResolution#OFF} if this is not called.
     */
    public Builder resolveImages(ImageResolution resolution) {
      this.resolution = Objects.requireNonNull(resolution, "resolution");
      return this;
    }

    /**
     * Returns the client. Connects to nothing yet.
     *
     * @throws IllegalStateException if no transport for an address is on the class path
     */
    public SwarmClient build() {
      List<SwarmTransport> all = new ArrayList<>(transports);
      List<EngineAddress> named = addresses;
      if (all.isEmpty() && named.isEmpty()) {
        named = List.of(Transports.environment());
      }
      named.forEach(address -> all.add(Transports.open(address)));
      List<Engine> engines = new ArrayList<>();
      all.forEach(transport -> engines.add(new Engine(transport, apiVersion)));
      ApiCalls calls = new ApiCalls(engines, time, RegistryCredentials.in(dockerConfig));
      return new SwarmClient(calls, NodeConnections.of(calls), resolution);
    }
  }
}
