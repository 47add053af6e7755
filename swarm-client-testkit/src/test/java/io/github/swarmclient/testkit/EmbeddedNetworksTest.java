package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.ConflictException;
import io.github.swarmclient.DeniedException;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.Network;
import io.github.swarmclient.model.TaskState;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The networks of embedded engines, where they need no container outside of services. */
class EmbeddedNetworksTest {
  private final EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01", "docker02");
  private final SwarmClient m = swarm.node("docker01").connect();
  private final SwarmClient w = swarm.node("docker02").connect();

  @BeforeEach
  void form() {
    m.init().execute();
    w.join("172.16.6.31").token(Objects.requireNonNull(m.joinTokens().worker())).execute();
    swarm.advance(java.time.Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    m.close();
    w.close();
    swarm.close();
  }

  private String container() {
    m.services().create("web").image("nginx").constraint("node.role == manager").await();
    var task = m.services().tasks("web").running().get(0).task();
    var status = Objects.requireNonNull(Objects.requireNonNull(task.status()).containerStatus());
    return Objects.requireNonNull(status.containerId());
  }

  @Test
  void aContainerIsConnectedToAnAttachableNetworkOnly() {
    String container = container();
    m.networks().create("open").attachable().execute();
    m.networks().create("closed").execute();
    m.networks().connect("open", container, e -> e.addAlias("db"));
    assertThat(m.networks().inspect("open").containers()).containsOnlyKeys(container);
    assertThatThrownBy(() -> m.networks().connect("open", container))
        .isInstanceOf(DeniedException.class)
        .hasMessageContaining("already exists in network open");
    assertThatThrownBy(() -> m.networks().connect("closed", container))
        .isInstanceOf(DeniedException.class)
        .hasMessageContaining("not manually attachable");
    assertThatThrownBy(() -> m.networks().remove("open").execute())
        .isInstanceOf(RefusedException.class);
    m.networks().disconnect("open", container);
    assertThatThrownBy(() -> m.networks().disconnect("open", container))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("is not connected to network open");
    m.networks().forceDisconnect("open", container);
    assertThat(m.networks().prune().networksDeleted()).containsExactly("open", "closed");
    assertThatThrownBy(() -> m.networks().connect("none", "x"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aNetworkOfOneEngineIsItsAlone() {
    m.networks().create("lan").driver("bridge").subnet("10.9.0.0/24").execute();
    Network lan = m.networks().inspect("lan");
    assertThat(lan.scope()).isEqualTo("local");
    assertThat(lan.id()).hasSize(64);
    assertThatThrownBy(() -> m.networks().create("lan").execute())
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> w.networks().inspect("lan")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> m.services().create("on-lan").image("nginx").network("lan").execute())
        .isInstanceOf(DeniedException.class)
        .hasMessageContaining("swarm");
    assertThat(m.networks().list(q -> q.custom().scope("local")))
        .extracting(Network::name)
        .containsExactly("lan");
    m.networks().remove("lan").execute();
    assertThatThrownBy(() -> m.networks().remove("bridge").execute())
        .isInstanceOf(DeniedException.class);
    assertThatThrownBy(() -> m.networks().create("x").driver("weave").execute())
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> m.networks().create("x").subnet("10.9").execute())
        .isInstanceOfAny(InvalidRequestException.class, IllegalArgumentException.class);
  }

  @Test
  void aWorkerKnowsTheNetworksOfItsTasksAndAManagerWhoIsOnThem() {
    m.networks().create("mesh").execute();
    assertThatThrownBy(() -> w.networks().inspect("mesh")).isInstanceOf(NotFoundException.class);
    m.services().create("web").image("nginx").network("mesh").global().await();
    assertThat(w.networks().inspect("mesh").containers()).hasSize(1);
    Network mesh = m.networks().inspectVerbose("mesh");
    assertThat(mesh.peers()).hasSize(2);
    var web = Objects.requireNonNull(mesh.services().get("web"));
    assertThat(web.vip()).startsWith("10.0.");
    assertThat(web.tasks()).hasSize(2);
    assertThat(m.services().tasks("web").running())
        .allMatch(task -> task.state().equals(TaskState.RUNNING));
  }
}
