package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.swarmclient.ConflictException;
import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.Nodes;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.Services;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.TransportException;
import io.github.swarmclient.VersionConflictException;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.ObjectVersion;
import io.github.swarmclient.model.Service;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong is refused: by a typed exception that says what was attempted, on what, why it
 * failed and what to do, and nothing is half done. After each test the swarm is looked at: no node,
 * service or token is another than before.
 */
abstract class BadInputContract extends SwarmContract {
  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          ".",
          "..",
          "web/../../swarm",
          "web%2F..%2F..%2Fswarm",
          "%2F",
          "..%2fswarm",
          "web?force=1",
          "web#x",
          "web\r\nHost: elsewhere",
          "web\n",
          "web\\..\\swarm",
          "we b",
          "x".repeat(300));

  private static final List<String> MALFORMED_PORTS =
      List.of(
          "",
          ":",
          "80:http",
          "8080:80/xyz",
          "8080:80/",
          "8080-8082:80-81",
          "8082-8080:80",
          "127.0.0.1:8080:80",
          "published=8080",
          "target=80,port=81",
          "target=80,mode=mesh",
          "target=80,protocol=icmp",
          "target=",
          "70000:80",
          "8080:70000",
          "8080:0",
          "-1:80",
          "8080:80\r\n");

  private Map<String, Long> before = Map.of();
  private JoinTokens tokens;

  @BeforeEach
  void lookBefore() {
    web("web").replicas(1).constraint(NOWHERE).execute();
    before = versions();
    tokens = m.joinTokens();
  }

  @AfterEach
  void lookAfter() {
    try (SwarmClient manager = host1.connect()) {
      assertThat(versions(manager)).isEqualTo(before);
      assertThat(manager.joinTokens()).isEqualTo(tokens);
    }
  }

  private Map<String, Long> versions() {
    return versions(m);
  }

  private static Map<String, Long> versions(SwarmClient manager) {
    Map<String, Long> versions = new LinkedHashMap<>();
    for (Service service : manager.services().list()) {
      versions.put("service " + service.id(), index(service.version()));
    }
    for (Node node : manager.nodes().list()) {
      // The version of a node also counts what its engine reports; the spec does not.
      versions.put("node " + node.id() + node.spec(), 0L);
    }
    return versions;
  }

  private static long index(@Nullable ObjectVersion version) {
    return Objects.requireNonNull(Objects.requireNonNull(version).index());
  }

  @Test
  void hostileNamesAreNotSent() {
    Services services = m.services();
    Nodes nodes = m.nodes();
    Map<String, Consumer<String>> verbs = new LinkedHashMap<>();
    verbs.put("service create", name -> services.create(name).image("nginx:1.13").execute());
    verbs.put("service inspect", services::inspect);
    verbs.put("service update", name -> services.update(name).env("A", "b").execute());
    verbs.put("service scale", name -> services.scale(name, 3).execute());
    verbs.put("service scale of several", name -> services.scale(Map.of(name, 3)).execute());
    verbs.put("service rollback", name -> services.rollback(name).execute());
    verbs.put("service rollout", name -> services.rollout(name).await());
    verbs.put("service remove", name -> services.remove(name).execute());
    verbs.put("service remove and wait", name -> services.remove(name).awaitGone());
    verbs.put("service tasks", services::tasks);
    verbs.put("service logs", name -> services.logs(name).open().close());
    verbs.put("node inspect", nodes::inspect);
    verbs.put("node drain", name -> nodes.drain(name).execute());
    verbs.put("node drain and wait", name -> nodes.drain(name).awaitDrained());
    verbs.put("node demote", name -> nodes.demote(name).force().execute());
    verbs.put("node remove", name -> nodes.remove(name).force().execute());
    verbs.put("task inspect", m.tasks()::inspect);
    verbs.put("task logs", name -> m.tasks().logs(name).open().close());
    verbs.put("task exec", name -> m.tasks().exec(name, "true"));
    verbs.forEach(
        (verb, call) -> {
          for (String name : HOSTILE) {
            IllegalArgumentException refusal =
                catchThrowableOfType(IllegalArgumentException.class, () -> call.accept(name));
            assertThat(refusal).as(verb + " \"" + name + "\"").isNotNull();
            assertThat(refusal).hasMessageContaining("nothing was sent");
            assertThat(refusal.getMessage()).doesNotContain("\r", "\n");
          }
        });
  }

  @Test
  void aNameThatIsTooLongOrDottedIsNoServicesName() {
    for (String name : List.of("a.b", "-a", "a-", "ä", "x".repeat(64))) {
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class,
                  () -> m.services().create(name).image("nginx:1.13").execute()))
          .as(name)
          .isNotNull()
          .hasMessageContaining(name)
          .hasMessageContaining("63");
    }
  }

  @Test
  void portsThatAreNoneAreNotSent() {
    refused(() -> web("ports").publish(70000, 80).execute(), "70000", "65535");
    refused(() -> web("ports").publish(8080, 70000).execute(), "70000", "65535");
    refused(() -> web("ports").publish(8080, 0).execute(), "target", "0");
    refused(() -> web("ports").publish(-1, 80).execute(), "-1", "published");
    refused(
        () -> m.services().update("web").publish(p -> p.published(8080).target(70000)).execute(),
        "70000",
        "65535");
    for (String ports : MALFORMED_PORTS) {
      refused(() -> web("ports").publish(ports).execute(), "publish", "malformed", "8080:80/tcp");
      refused(() -> m.services().update("web").publish(ports).execute(), "publish", "malformed");
    }
  }

  private static void refused(Runnable step, String... parts) {
    IllegalArgumentException refusal =
        catchThrowableOfType(IllegalArgumentException.class, step::run);
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(parts).doesNotContain("\r", "\n");
  }

  @Test
  void replicasThatAreNoneAreNotSent() {
    refused(() -> web("negative").replicas(-1).execute(), "replicas", "-1");
    refused(() -> m.services().scale("web", -1).execute(), "replicas", "-1");
    refused(() -> m.services().scale(Map.of("web", -1)).execute(), "replicas", "-1");
    refused(() -> web("both").global().replicas(3).execute(), "global", "replicas(3)");
  }

  @Test
  void imagesThatAreNoneAreNotSent() {
    for (String image : List.of("", "Nginx", "nginx:", "nginx:a b", "a//b", "nginx\r\n")) {
      IllegalArgumentException refusal =
          catchThrowableOfType(
              IllegalArgumentException.class,
              () -> m.services().create("image").image(image).execute());
      assertThat(refusal).as(image).isNotNull();
    }
    refused(() -> m.services().create("image").execute(), "image", "service create of image");
  }

  @Test
  void aMistypedTokenIsRefusedAndNotRepeated() {
    leave(w3);
    String token = workerToken();
    refused(() -> w3.join(managerAddress()).token("SWMTKN-1-secret").execute(), "no join token");
    IllegalArgumentException refusal =
        catchThrowableOfType(
            IllegalArgumentException.class,
            () -> w3.join(managerAddress()).token(token + "0").execute());
    assertThat(refusal)
        .hasMessageContaining("joinTokens()")
        .hasMessageContaining(managerAddress())
        .hasMessageNotContaining(token);
    assertThat(Objects.requireNonNull(w3.info().swarm()).localNodeState())
        .isEqualTo(LocalNodeState.INACTIVE);
  }

  @Test
  void aSocketThatDoesNotExistIsNamed(@TempDir Path folder) {
    String path = folder.resolve("docker.sock").toString();
    try (SwarmClient client = SwarmClient.connect("unix://" + path)) {
      TransportException refusal =
          refusal(TransportException.class, () -> client.services().remove("web").execute());
      assertThat(refusal)
          .hasMessageContaining(path)
          .hasMessageContaining("service remove of web")
          .hasMessageContaining("DOCKER_HOST");
      assertThat(refusal.mayHaveExecuted()).isFalse();
    }
  }

  @Test
  void aWorkerThatIsAskedForManagerWorkSendsToAManager() {
    List<Runnable> work =
        List.of(
            () -> w2.services().list(),
            () -> w2.services().create("on-worker").image("nginx:1.13").execute(),
            () -> w2.services().remove("web").execute(),
            () -> w2.services().scale("web", 3).execute(),
            () -> w2.nodes().list(),
            () -> w2.nodes().drain("docker03").execute(),
            () -> w2.nodes().remove("docker03").force().execute(),
            () -> w2.tasks().list(),
            () -> w2.joinTokens(),
            () -> w2.rotateJoinToken(NodeRole.WORKER));
    for (Runnable step : work) {
      assertThat(refusal(State.NOT_A_MANAGER, step)).hasMessageContaining("ask a manager");
    }
  }

  @Test
  void anEngineInNoSwarmSaysHowToGetIntoOne() {
    leave(w3);
    before = versions();
    for (Runnable step :
        List.<Runnable>of(
            () -> w3.services().list(),
            () -> w3.services().create("alone").image("nginx:1.13").execute(),
            () -> w3.nodes().list(),
            () -> w3.joinTokens())) {
      assertThat(refusal(State.NOT_IN_SWARM, step)).hasMessageContaining("init() or join()");
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    Map<String, Runnable> steps =
        Map.of(
            "service update of nothing", () -> m.services().scale("nothing", 2).execute(),
            "service remove of nothing", () -> m.services().remove("nothing").execute(),
            "service remove of none", () -> m.services().remove("none").awaitGone(),
            "service tasks of nothing", () -> m.services().tasks("nothing"),
            "node update of nothing", () -> m.nodes().drain("nothing").execute(),
            "node removal of nothing", () -> m.nodes().remove("nothing").execute(),
            "task inspect of nothing", () -> m.tasks().inspect("nothing"),
            "logs of service nothing", () -> m.services().logs("nothing").open());
    steps.forEach(
        (operation, step) ->
            assertThat(refusal(NotFoundException.class, step).operation()).isEqualTo(operation));
  }

  @Test
  void oneMissingServiceKeepsNoneOfTheOthersFromBeingScaledAndIsNamed() {
    Map<String, Integer> replicas = new LinkedHashMap<>();
    replicas.put("nothing", 2);
    replicas.put("web", 3);
    NotFoundException refusal =
        refusal(NotFoundException.class, () -> m.services().scale(replicas).execute());
    assertThat(refusal).hasMessageContaining("nothing");
    assertThat(m.services().list().pretty()).contains("0/3");
    before = versions();
  }

  @Test
  void whatTheEngineDoesNotTakeIsRefusedWithItsReason() {
    assertThat(refusal(ConflictException.class, () -> web("web").replicas(2).execute()))
        .hasMessageContaining("service create of web")
        .hasMessageContaining("web");
    assertThat(
            refusal(
                InvalidRequestException.class,
                () -> web("other").constraint("node.role ~ worker").execute()))
        .hasMessageContaining("constraint");
    assertThat(
            refusal(
                NotFoundException.class, () -> web("other").network("no-such-network").execute()))
        .hasMessageContaining("no-such-network");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> web("other").publish(8080, 80).publish(8080, 81).execute()))
        .hasMessageContaining("service create of other")
        .hasMessageContaining("8080/tcp is published twice");
  }

  @Test
  void aStaleVersionOverwritesNothing() {
    long version = index(m.services().inspect("web").version());
    m.services().update("web").label("others", "were quicker").execute();
    before = versions();
    VersionConflictException refusal =
        refusal(
            VersionConflictException.class,
            () -> m.services().update("web").replicas(9).atVersion(version).execute());
    assertThat(refusal).hasMessageContaining("service update of web");
  }

  @Test
  void aMissingNodeIsAnsweredWithTheNodesThereAre() {
    SwarmException refusal = refusal(SwarmException.class, () -> m.nodes().inspect("no-such-node"));
    assertThat(refusal).hasMessageContaining("docker01").hasMessageContaining("docker03");
  }
}
