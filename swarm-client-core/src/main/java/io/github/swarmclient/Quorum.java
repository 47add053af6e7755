package io.github.swarmclient;

import io.github.swarmclient.model.Node;
import java.util.List;

/** Whether a swarm survives the loss of one manager. */
final class Quorum {
  private Quorum() {}

  /**
   * Throws if the managers among {@code nodes}, without {@code leaving}, would be no majority.
   *
   * @throws QuorumException if they would not
   */
  static void survivesWithout(String operation, Node leaving, List<Node> nodes) {
    if (leaving.managerStatus() == null) {
      return;
    }
    List<Node> members =
        nodes.stream()
            .filter(node -> node.managerStatus() != null)
            .filter(node -> !NodeFacts.id(node).equals(NodeFacts.id(leaving)))
            .toList();
    int reachable = (int) members.stream().filter(NodeFacts::isReachableManager).count();
    // One that is being demoted is still a member, but no manager for much longer.
    if (members.stream().noneMatch(NodeFacts::isToBeManager)) {
      throw refused(operation, "it is the last manager, and takes the swarm with it", 0, 0);
    }
    int majority = members.size() / 2 + 1;
    if (reachable < majority) {
      throw refused(
          operation,
          "of the "
              + members.size()
              + " managers left only "
              + reachable
              + " could be reached, and "
              + majority
              + " have to agree",
          members.size(),
          reachable);
    }
  }

  private static QuorumException refused(String operation, String why, int managers, int reached) {
    return new QuorumException(
        operation,
        "the swarm would lose its quorum: "
            + why
            + "; bring back or add managers first; nothing was sent, force() sends it",
        managers,
        reached);
  }
}
