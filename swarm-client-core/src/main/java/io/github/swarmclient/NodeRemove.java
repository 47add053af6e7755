package io.github.swarmclient;

import io.github.swarmclient.model.Node;

/** Takes a node out of the list of its swarm. */
public final class NodeRemove {
  private final ApiCalls calls;
  private final String idOrHostname;
  private boolean force;

  NodeRemove(ApiCalls calls, String idOrHostname) {
    this.calls = calls;
    this.idOrHostname = idOrHostname;
  }

  /**
   * Removes the node even if it is up. Its engine still takes itself for a member then, and has to
   * leave before it can join a swarm again. A manager is not removed even so; demote it first.
   */
  public NodeRemove force() {
    this.force = true;
    return this;
  }

  /**
   * Removes the node.
   *
   * @throws RefusedException if the node is not down and this is not forced, or is a manager
   * @throws QuorumException if the swarm would lose its quorum with it and this is not forced
   * @throws NotFoundException if there is no such node
   * @throws InvalidRequestException if several nodes have this host name; none is chosen then
   */
  public void execute() {
    String operation = "node removal of " + idOrHostname;
    NodeLookup nodes = new NodeLookup(calls);
    Node node = nodes.findOnly(operation, idOrHostname);
    if (!force && node.managerStatus() != null) {
      Quorum.survivesWithout(operation, node, nodes.all(operation));
    }
    calls.delete(operation, "/nodes/{}", NodeFacts.id(node)).flag("force", force).done();
  }
}
