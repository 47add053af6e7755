package io.github.swarmclient.testkit.internal;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.Network;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.NodeSpec;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of a swarm what a test has left in it, and changes nothing that is right. */
public final class Sweep {
  private Sweep() {}

  /**
   * Removes all secrets, configs, and networks but those that every swarm has; no service may use
   * them any more.
   */
  public static void objects(SwarmClient swarm) {
    swarm.secrets().list().forEach(secret -> swarm.secrets().remove(required(secret.id())));
    swarm.configs().list().forEach(config -> swarm.configs().remove(required(config.id())));
    for (Network network : swarm.networks().list()) {
      if ("swarm".equals(network.scope()) && !Boolean.TRUE.equals(network.ingress())) {
        swarm.networks().remove(required(network.id())).awaitGone();
      }
    }
  }

  /**
   * Removes all other nodes, and makes the members Active and without labels.
   *
   * @param members IDs of nodes
   */
  public static void nodes(SwarmClient swarm, Set<String> members) {
    for (Node node : swarm.nodes().list()) {
      if (!members.contains(id(node))) {
        // One that has left without a word may be a manager still.
        if (node.managerStatus() != null) {
          swarm.nodes().demote(id(node)).await();
        }
        swarm.nodes().remove(id(node)).force().execute();
      } else if (isChanged(required(node.spec()))) {
        swarm
            .nodes()
            .update(id(node))
            .edit(spec -> spec.labels(Map.of()))
            .availability(NodeAvailability.ACTIVE)
            .await();
      }
    }
  }

  private static boolean isChanged(NodeSpec spec) {
    return !spec.labels().isEmpty() || !NodeAvailability.ACTIVE.equals(spec.availability());
  }

  /** Returns the ID of a node. */
  public static String id(Node node) {
    return required(node.id());
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value, "engines report it");
  }
}
