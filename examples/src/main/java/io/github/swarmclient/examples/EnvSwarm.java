package io.github.swarmclient.examples;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.TimeSource;
import io.github.swarmclient.okhttp.OkHttpTransport;
import io.github.swarmclient.testkit.PrivateImage;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The engines that the user names: {@code SWARM_ENGINES=tcp://docker01:2375,…}, and where images
 * are private {@code SWARM_PRIVATE_IMAGE}, {@code SWARM_PRIVATE_USER} and {@code
 * SWARM_PRIVATE_PASSWORD}.
 */
final class EnvSwarm implements SwarmCluster {
  private final List<SwarmNode> nodes;
  private final Map<String, String> environment;

  private EnvSwarm(List<EngineAddress> engines, Map<String, String> environment) {
    this.nodes = engines.stream().<SwarmNode>map(engine -> EnvNode.at(this, engine)).toList();
    this.environment = environment;
  }

  static EnvSwarm fromEnvironment() {
    Map<String, String> environment = System.getenv();
    String named = environment.getOrDefault("SWARM_ENGINES", "");
    List<EngineAddress> engines =
        Arrays.stream(named.split(","))
            .filter(address -> !address.isBlank())
            .map(address -> EngineAddress.of(address.strip()))
            .toList();
    if (engines.size() < 3) {
      throw new IllegalArgumentException(
          "SWARM_ENGINES has to name three engines, such as"
              + " tcp://docker01:2375,tcp://docker02:2375,tcp://docker03:2375; it names "
              + engines.size());
    }
    return new EnvSwarm(engines, environment);
  }

  @Override
  public List<SwarmNode> nodes() {
    return nodes;
  }

  @Override
  public TimeSource time() {
    return TimeSource.system();
  }

  /** Returns what the user says; from outside it cannot be seen. */
  @Override
  public boolean routingMesh() {
    return !"false".equals(environment.get("SWARM_ROUTING_MESH"));
  }

  @Override
  public PrivateImage privateImage() {
    return new PrivateImage(
        set("SWARM_PRIVATE_IMAGE"), set("SWARM_PRIVATE_USER"), set("SWARM_PRIVATE_PASSWORD"));
  }

  private String set(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalStateException("set " + name + " for the steps that pull a private image");
    }
    return value;
  }

  @Override
  public void close() {
    // The engines are the user's.
  }

  /** One engine of the user's. */
  record EnvNode(EnvSwarm cluster, EngineAddress engine, String hostname) implements SwarmNode {
    static EnvNode at(EnvSwarm cluster, EngineAddress engine) {
      try (SwarmClient client = SwarmClient.connect(engine.toString())) {
        return new EnvNode(
            cluster, engine, Objects.requireNonNull(client.info().name(), "a host name"));
      }
    }

    /** Returns an IP address: engines advertise no host name. */
    @Override
    public String address() {
      try {
        return InetAddress.getByName(engine.host()).getHostAddress();
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("SWARM_ENGINES: " + engine + " has no address", e);
      }
    }

    @Override
    public SwarmTransport transport() {
      return OkHttpTransport.open(engine);
    }

    @Override
    public SwarmClient connect() {
      return SwarmClient.over(transport());
    }

    @Override
    public void stop() {
      throw new UnsupportedOperationException("engines of the user are not stopped");
    }

    @Override
    public void start() {
      // It was never stopped.
    }

    @Override
    public String fetch(int port, String path) throws IOException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + engine.host() + ":" + port + path))
              .timeout(Duration.ofSeconds(10))
              .build();
      try {
        HttpResponse<String> response =
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
          throw new IOException("status " + response.statusCode() + " at port " + port);
        }
        return response.body();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }
}
