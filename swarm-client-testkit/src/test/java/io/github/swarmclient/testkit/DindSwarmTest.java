package io.github.swarmclient.testkit;

import static io.github.swarmclient.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.okhttp.OkHttpTransport;
import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** On real engines; every test leaves the swarm as it was. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("DindSwarmTest") // by which its own tests run one after the other
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindSwarmTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String IMAGE = "busybox:latest";

  private static final SharedDind SHARED = new SharedDind();

  private final String image;

  DindSwarmTest(String image) {
    this.image = image;
  }

  @BeforeParameterizedClassInvocation
  static void form(String image) {
    SHARED.startFormed(image, plan -> plan.image(IMAGE));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  private DindSwarm swarm() {
    return SHARED.of(image);
  }

  @Test
  void threeEnginesAreOneSwarm() throws Exception {
    assertThat(swarm().nodes())
        .extracting(SwarmNode::hostname)
        .containsExactly("docker01", "docker02", "docker03");
    try (SwarmClient m = swarm().node("docker01").connect()) {
      for (SwarmNode node : swarm().nodes()) {
        eventually(SOON, () -> assertThat(state(m, node.hostname())).isEqualTo(NodeState.READY));
        assertThat(Objects.requireNonNull(m.nodes().inspect(node.hostname()).status()).addr())
            .isEqualTo(node.address());
      }
    }
  }

  @Test
  void everyEngineHasThePreloadedImages() {
    for (SwarmNode node : swarm().nodes()) {
      ExecResult found =
          swarm().node(node.hostname()).exec("docker", "image", "inspect", "--format=ok", IMAGE);
      assertThat(found).isEqualTo(new ExecResult(0, "ok\n", ""));
    }
  }

  @Test
  void publishedPortsAreFetchedFromOutside() throws Exception {
    DindNode manager = swarm().node("docker01");
    assertThat(
            manager.exec(
                "docker service create --detach --no-resolve-image --name web --mode global"
                    .concat(" --publish mode=host,published=8080,target=80 ")
                    .concat(IMAGE)
                    .concat(" httpd -f -h /etc")
                    .split(" ")))
        .extracting(ExecResult::exitCode)
        .isEqualTo(0);
    try {
      for (SwarmNode node : swarm().nodes()) {
        eventually(SOON, () -> assertThat(node.fetch(8080, "/passwd")).contains("root"));
        assertThatThrownBy(() -> node.fetch(8080, "/nothing"))
            .isInstanceOf(IOException.class)
            .hasMessageContaining(node.hostname())
            .hasMessageContaining("404");
        assertThatThrownBy(() -> node.fetch(8081, "/"))
            .isInstanceOf(IOException.class)
            .hasMessageContaining(node.hostname());
      }
    } finally {
      manager.exec("docker", "service", "rm", "web");
    }
  }

  @Test
  void aStoppedOrKilledEngineComesBackAtItsEndpoint() throws Exception {
    for (Switch off : List.<Switch>of(DindNode::stop, DindNode::kill)) {
      DindNode node = swarm().node("docker02");
      EngineAddress endpoint = node.endpoint();
      try (SwarmClient client = node.connect();
          SwarmClient m = swarm().node("docker01").connect()) {
        off.turn(node);
        assertThatThrownBy(() -> ping(node)).isInstanceOf(IOException.class);
        node.start();
        client.ping();
        assertThat(node.endpoint()).isEqualTo(endpoint);
        eventually(SOON, () -> assertThat(state(m, "docker02")).isEqualTo(NodeState.READY));
      }
    }
  }

  @Test
  void aPausedEngineKeepsConnectionsAndDoesNotAnswer() throws Exception {
    DindNode node = swarm().node("docker03");
    node.pause();
    assertThatThrownBy(() -> ping(node)).isInstanceOf(SocketTimeoutException.class);
    node.unpause();
    ping(node);
  }

  @Test
  void anIsolatedEngineIsDownUntilItIsHealed() throws Exception {
    DindNode node = swarm().node("docker03");
    try (SwarmClient m = swarm().node("docker01").connect()) {
      node.isolate();
      eventually(SOON, () -> assertThat(state(m, "docker03")).isEqualTo(NodeState.DOWN));
      node.heal();
      eventually(SOON, () -> assertThat(state(m, "docker03")).isEqualTo(NodeState.READY));
    }
  }

  @Test
  void anEngineTellsWhatItLogged() {
    assertThat(swarm().node("docker01").engineLogs()).contains("API listen on");
  }

  @Test
  void theEndpointStaysAlsoWherePortsArePublished() throws Exception {
    try (DindSwarm swarm =
        DindSwarm.builder().nodeImage(image).host("docker01").published().start()) {
      DindNode node = swarm.node("docker01");
      assertThat(node.endpoint().host()).isNotEqualTo(node.address());
      for (Switch off : List.<Switch>of(DindNode::stop, DindNode::kill)) {
        off.turn(node);
        node.start();
        ping(node);
      }
      node.isolate();
      node.heal();
      ping(node);
    }
  }

  @Test
  void closeLeavesNothing() {
    DockerClient docker = OuterEngine.client();
    List<String> containers = new ArrayList<>();
    List<String> volumes = new ArrayList<>();
    String network;
    DindSwarm swarm =
        DindSwarm.builder().nodeImage(image).host("one").host("two").host("three").start();
    try (swarm) {
      for (SwarmNode node : swarm.nodes()) {
        String id = swarm.node(node.hostname()).containerId();
        InspectContainerResponse container = docker.inspectContainerCmd(id).exec();
        containers.add(id);
        Objects.requireNonNull(container.getMounts())
            .forEach(mount -> volumes.add(mount.getName()));
      }
      network = network(docker.inspectContainerCmd(containers.get(0)).exec());
      swarm.node("one").pause();
      swarm.node("two").kill();
      swarm.node("three").isolate();
    }
    // Once more, which does nothing.
    swarm.close();
    assertThat(volumes).hasSize(3);
    containers.forEach(id -> assertGone(() -> docker.inspectContainerCmd(id).exec()));
    volumes.forEach(name -> assertGone(() -> docker.inspectVolumeCmd(name).exec()));
    assertGone(() -> docker.inspectNetworkCmd().withNetworkId(network).exec());
  }

  private static void assertGone(Runnable inspection) {
    assertThatThrownBy(inspection::run).isInstanceOf(NotFoundException.class);
  }

  private static String network(InspectContainerResponse container) {
    ContainerNetwork network =
        container.getNetworkSettings().getNetworks().values().iterator().next();
    return Objects.requireNonNull(network.getNetworkID());
  }

  @Test
  void anImageThatIsNowhereIsNamed() {
    assertThatThrownBy(
            () -> DindSwarm.builder().nodeImage("localhost:1/nowhere:1").host("docker01").start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("localhost:1/nowhere:1")
        .hasMessageContaining("docker pull");
  }

  @Test
  void anEngineThatEndsTellsWhy() {
    assertThatThrownBy(
            () ->
                DindSwarm.builder()
                    .nodeImage(image)
                    .host("docker01")
                    .engineFlags("--storage-driver=nonsense")
                    .start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("docker01")
        .hasMessageContaining("driver not supported");
  }

  /** Turns an engine off. */
  @FunctionalInterface
  private interface Switch {
    void turn(DindNode node);
  }

  private static void ping(DindNode node) throws IOException {
    Duration timeout = Duration.ofSeconds(2);
    try (SwarmTransport transport =
        OkHttpTransport.builder(node.endpoint()).connectTimeout(timeout).build()) {
      transport.send(new TransportRequest("GET", "/_ping", Map.of(), null, timeout)).close();
    }
  }

  private static @Nullable NodeState state(SwarmClient manager, String hostname) {
    Node node = manager.nodes().inspect(hostname);
    return Objects.requireNonNull(node.status()).state();
  }
}
