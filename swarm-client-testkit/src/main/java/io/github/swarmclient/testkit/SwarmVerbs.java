package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.TransportException;
import io.github.swarmclient.UnsupportedApiException;
import io.github.swarmclient.model.EncryptionConfig;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeDescription;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.NodeState;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SwarmSpec;
import io.github.swarmclient.testkit.internal.Polling;
import io.github.swarmclient.transport.SwarmTransport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is done with a node or a swarm through its managers, whatever kind of engines they are. */
final class SwarmVerbs {
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private SwarmVerbs() {}

  static SwarmClient connect(SwarmCluster cluster) {
    return connect(cluster, SwarmNode::transport);
  }

  /** Returns a client of a cluster that no fault is in the way of. */
  static SwarmClient direct(SwarmCluster cluster) {
    return connect(cluster, FaultyNode::direct);
  }

  /** Returns a client of a node that no fault is in the way of. */
  static SwarmClient direct(SwarmNode node) {
    return SwarmClient.builder()
        .transport(FaultyNode.direct(node))
        .time(node.cluster().time())
        .build();
  }

  private static SwarmClient connect(
      SwarmCluster cluster, Function<SwarmNode, SwarmTransport> way) {
    List<SwarmNode> managers =
        cluster.nodes().stream()
            .filter(SwarmNode::isReachable)
            .filter(SwarmVerbs::manages)
            .toList();
    if (managers.isEmpty()) {
      throw new IllegalStateException(
          "none of "
              + cluster.nodes()
              + " is a manager to be reached; managers(1) of the builder makes a swarm");
    }
    SwarmClient.Builder client = SwarmClient.builder().time(cluster.time());
    managers.forEach(manager -> client.transport(way.apply(manager)));
    return client.build();
  }

  private static boolean manages(SwarmNode node) {
    try (SwarmClient client = direct(node)) {
      return manages(client);
    } catch (UnsupportedApiException e) {
      throw e;
    } catch (SwarmException gone) {
      // One that does not answer is of no use now.
      return false;
    }
  }

  private static boolean manages(SwarmClient client) {
    SwarmInfo swarm = client.info().swarm();
    return swarm != null
        && LocalNodeState.ACTIVE.equals(swarm.localNodeState())
        && Boolean.TRUE.equals(swarm.controlAvailable());
  }

  static <T> T withManager(SwarmCluster cluster, Function<SwarmClient, T> action) {
    try (SwarmClient swarm = direct(cluster)) {
      return action.apply(swarm);
    }
  }

  static JoinTokens rotateTokens(SwarmCluster cluster) {
    return withManager(
        cluster,
        swarm -> {
          swarm.rotateJoinToken(NodeRole.WORKER);
          return swarm.rotateJoinToken(NodeRole.MANAGER);
        });
  }

  static String lock(SwarmNode node) {
    if (!node.isReachable() || !manages(node)) {
      throw new IllegalStateException(
          node.hostname() + " is no manager that answers, and only such are locked; promote() it");
    }
    String key =
        withManager(
            node.cluster(),
            swarm -> {
              swarm.update().edit(SwarmVerbs::autolock).execute();
              return Objects.requireNonNull(swarm.unlockKey(), "autolock gives a key");
            });
    node.restart();
    try (SwarmClient client = direct(node)) {
      until(node, "locked", () -> state(client).equals(LocalNodeState.LOCKED));
    }
    return key;
  }

  private static SwarmSpec.Builder autolock(SwarmSpec.Builder spec) {
    return spec.encryptionConfig(EncryptionConfig.builder().autoLockManagers(true).build());
  }

  static void unlock(SwarmNode node, String key) {
    try (SwarmClient client = direct(node)) {
      client.unlock(key);
      until(node, "a manager again", () -> manages(client));
    }
  }

  private static LocalNodeState state(SwarmClient client) {
    SwarmInfo swarm = Objects.requireNonNull(client.info().swarm(), "engines report Swarm");
    return Objects.requireNonNull(swarm.localNodeState(), "engines report their state");
  }

  /** Returns when the managers take what the engine says it is for Ready. */
  static void awaitReady(SwarmNode node) {
    try (SwarmClient swarm = direct(node.cluster());
        SwarmClient engine = direct(node)) {
      until(
          node,
          "ready",
          () -> {
            String id = nodeId(engine);
            return swarm.nodes().list().stream()
                .anyMatch(
                    known -> String.valueOf(known.id()).equals(id) && is(known, NodeState.READY));
          });
    }
  }

  /**
   * Returns when the managers have given up all nodes of a host name: who has left and joined again
   * is there twice for a while.
   */
  static void awaitDown(SwarmNode node) {
    try (SwarmClient swarm = direct(node.cluster())) {
      until(
          node,
          "down",
          () -> {
            List<Node> known =
                swarm.nodes().list().stream()
                    .filter(each -> isNamed(each.description(), node.hostname()))
                    .toList();
            return !known.isEmpty() && known.stream().allMatch(each -> is(each, NodeState.DOWN));
          });
    }
  }

  private static @Nullable String nodeId(SwarmClient engine) {
    try {
      SwarmInfo swarm = engine.info().swarm();
      return swarm == null ? null : swarm.nodeId();
    } catch (TransportException notYet) {
      return null;
    }
  }

  private static boolean is(Node node, NodeState state) {
    return node.status() != null && state.equals(node.status().state());
  }

  private static boolean isNamed(@Nullable NodeDescription description, String hostname) {
    return description != null && hostname.equals(description.hostname());
  }

  /** Waits in the time of the engines. */
  static void until(SwarmNode node, String what, BooleanSupplier so) {
    until(node.cluster(), node.hostname() + " is " + what, so);
  }

  static void until(SwarmCluster cluster, String what, BooleanSupplier so) {
    if (!Polling.holds(cluster.time(), so, WITHIN)) {
      throw new IllegalStateException(
          "after " + WITHIN.toSeconds() + "s it is still not so that " + what);
    }
  }
}
