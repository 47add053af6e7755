package io.github.swarmclient.testkit;

import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.model.CaConfig;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SwarmSpec;
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
  /** The networks that every engine has. */
  private static final Set<String> PREDEFINED =
      Set.of("bridge", "host", "none", "docker_gwbridge", "ingress");

  private final SwarmCluster cluster;
  private final Formation formation;

  /** Removes the containers of a node, so that nobody waits for them to end. */
  private final Consumer<SwarmNode> endContainers;

  SwarmReset(SwarmCluster cluster, Formation formation, Consumer<SwarmNode> endContainers) {
    this.cluster = cluster;
    this.formation = formation;
    this.endContainers = endContainers;
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
            swarm.update().edit(SwarmReset::fresh).execute();
            return swarm;
          });
    }
    Parallel.forEach(cluster.nodes(), this::emptyHost);
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
          Parallel.forEach(cluster.nodes(), endContainers);
          return swarm.tasks().list().isEmpty();
        });
  }

  private void resetNodes(SwarmClient swarm) {
    Set<String> members =
        formation.names().stream()
            .map(hostname -> nodeId(cluster.node(hostname)))
            .collect(Collectors.toSet());
    // Seen once on real engines: a node that was there twice after the first look.
    SwarmVerbs.until(
        cluster,
        "the swarm has no other nodes than its members",
        () -> {
          Sweep.nodes(swarm, members);
          return swarm.nodes().list().size() == members.size();
        });
  }

  private static String nodeId(SwarmNode node) {
    try (SwarmClient client = SwarmVerbs.direct(node)) {
      return required(required(client.info().swarm()).nodeId());
    }
  }

  /** Returns the spec of a swarm of which nobody has said anything: engines have defaults. */
  private static SwarmSpec.Builder fresh(SwarmSpec.Builder spec) {
    CaConfig before = spec.build().caConfig();
    // Another number would be a reason to rotate certificates.
    CaConfig same =
        CaConfig.builder().forceRotate(before == null ? null : before.forceRotate()).build();
    return SwarmSpec.builder().name("default").caConfig(same);
  }

  /** Removes what an engine has for itself. */
  private void emptyHost(SwarmNode node) {
    endContainers.accept(node);
    try (SwarmClient client = SwarmVerbs.direct(node)) {
      client.networks().list().stream()
          .filter(network -> "local".equals(network.scope()))
          .map(network -> required(network.name()))
          .filter(name -> !PREDEFINED.contains(name))
          .forEach(name -> gone(() -> client.networks().remove(name).execute()));
      client
          .volumes()
          .list()
          .volumes()
          .forEach(volume -> gone(() -> client.volumes().remove(required(volume.name()))));
    }
  }

  private static void gone(Runnable removal) {
    try {
      removal.run();
    } catch (NotFoundException e) {
      // The engine itself was quicker.
    }
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value, "engines report it");
  }
}
