package io.github.swarmclient.testkit;

import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.model.EncryptionConfig;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.testkit.internal.Mending;
import io.github.swarmclient.testkit.internal.Sweep;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a cluster what it was at the start, and its swarm empty. */
final class SwarmReset {
  private final SwarmCluster cluster;
  private final Formation formation;

  /** Ends the containers of tasks on a node, so that nobody waits for them to end. */
  private final Consumer<SwarmNode> endTasks;

  SwarmReset(SwarmCluster cluster, Formation formation, Consumer<SwarmNode> endTasks) {
    this.cluster = cluster;
    this.formation = formation;
    this.endTasks = endTasks;
  }

  void run() {
    switchOn();
    disbandOthers();
    form();
    if (!formation.isEmpty()) {
      SwarmVerbs.withManager(
          cluster,
          swarm -> {
            removeServices(swarm);
            Sweep.objects(swarm);
            resetNodes(swarm);
            unlockForGood(swarm);
            return swarm;
          });
    }
    Parallel.forEach(cluster.nodes(), SwarmReset::removeVolumes);
  }

  /** Makes the engines one swarm, a new one if the old one cannot be mended. */
  private void form() {
    Runnable anew =
        () -> {
          disband(cluster.nodes());
          Parallel.forEach(cluster.nodes(), SwarmNode::restart);
        };
    if (!Mending.form(cluster.time(), () -> formation.form(cluster), this::isMeshed, anew)) {
      throw new IllegalStateException(
          "an engine of " + cluster.nodes() + " has not got the ingress network of its swarm");
    }
  }

  private boolean isMeshed() {
    return formation.names().stream().map(cluster::node).allMatch(SwarmReset::isMeshed);
  }

  private static boolean isMeshed(SwarmNode node) {
    try (SwarmClient client = SwarmVerbs.direct(node)) {
      return Mending.isMeshed(client);
    }
  }

  /** Takes engines out of any swarm. */
  private static void disband(List<SwarmNode> nodes) {
    for (SwarmNode node : nodes) {
      try (SwarmClient client = SwarmVerbs.direct(node)) {
        client.leave().force().execute();
      } catch (SwarmStateException e) {
        if (e.state() != SwarmStateException.State.NOT_IN_SWARM) {
          throw e;
        }
      }
    }
  }

  private void switchOn() {
    Parallel.forEach(
        cluster.nodes(),
        node -> {
          FaultyNode.clear(node);
          node.unpause();
          node.start();
        });
    cluster.heal();
  }

  /** Takes engines out of the swarm that were not in it at the start. */
  private void disbandOthers() {
    disband(
        cluster.nodes().stream()
            .filter(node -> !formation.names().contains(node.hostname()))
            .filter(SwarmReset::isInSwarm)
            .toList());
  }

  private static boolean isInSwarm(SwarmNode node) {
    try (SwarmClient client = SwarmVerbs.direct(node)) {
      SwarmInfo swarm = client.info().swarm();
      return swarm != null && !LocalNodeState.INACTIVE.equals(swarm.localNodeState());
    }
  }

  private void removeServices(SwarmClient swarm) {
    List<String> services =
        swarm.services().list().stream().map(service -> required(service.id())).toList();
    Parallel.forEach(services, service -> swarm.services().remove(service).execute());
    if (swarm.tasks().list().isEmpty()) {
      return;
    }
    SwarmVerbs.until(
        cluster,
        "no task is left",
        () -> {
          // Again and again: one that was about to start may have started meanwhile.
          Parallel.forEach(cluster.nodes(), endTasks);
          return swarm.tasks().list().isEmpty();
        });
  }

  private void resetNodes(SwarmClient swarm) {
    Set<String> members =
        formation.names().stream()
            .map(hostname -> nodeId(cluster.node(hostname)))
            .collect(Collectors.toSet());
    Sweep.nodes(swarm, members);
  }

  private static String nodeId(SwarmNode node) {
    try (SwarmClient client = SwarmVerbs.direct(node)) {
      return required(required(client.info().swarm()).nodeId());
    }
  }

  private static void unlockForGood(SwarmClient swarm) {
    if (!Objects.requireNonNullElse(swarm.unlockKey(), "").isEmpty()) {
      EncryptionConfig off = EncryptionConfig.builder().autoLockManagers(false).build();
      swarm.update().edit(spec -> spec.encryptionConfig(off)).execute();
    }
  }

  private static void removeVolumes(SwarmNode node) {
    try (SwarmClient client = SwarmVerbs.direct(node)) {
      client
          .volumes()
          .list()
          .volumes()
          .forEach(volume -> client.volumes().remove(required(volume.name())));
    } catch (NotFoundException e) {
      // An engine that has no volumes at all, such as an embedded one.
    }
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value, "engines report it");
  }
}
