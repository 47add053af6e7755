package io.github.swarmclient;

import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.Swarm;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SystemInfo;
import java.util.Objects;

/** A swarm that was just made: its first node, and what others join with. */
public final class SwarmInitialized {
  private final String nodeId;
  private final JoinTokens tokens;
  private final String managerAddress;

  private SwarmInitialized(String nodeId, JoinTokens tokens, String managerAddress) {
    this.nodeId = nodeId;
    this.tokens = tokens;
    this.managerAddress = managerAddress;
  }

  static SwarmInitialized of(ApiCalls calls, String nodeId) {
    Swarm swarm = calls.get("swarm init", "/swarm").read(Swarm.class);
    SwarmInfo info =
        Objects.requireNonNull(calls.get("swarm init", "/info").read(SystemInfo.class).swarm());
    return new SwarmInitialized(
        nodeId, Objects.requireNonNull(swarm.joinTokens()), ManagerAddress.of(info));
  }

  /** Returns the ID of the node that this engine is now. */
  public String nodeId() {
    return nodeId;
  }

  /** Returns the tokens that other engines join with. */
  public JoinTokens joinTokens() {
    return tokens;
  }

  /** Returns the address that other engines join at, {@code host:port}. */
  public String managerAddress() {
    return managerAddress;
  }

  /**
   * Returns the command line that makes another engine join, to show to a person. It holds the join
   * token, and does not belong in a log.
   */
  public String joinCommand(NodeRole role) {
    String token = role.equals(NodeRole.MANAGER) ? tokens.manager() : tokens.worker();
    return "docker swarm join --token " + token + " " + managerAddress;
  }

  /** Returns the node's ID; never a token. */
  @Override
  public String toString() {
    return "swarm initialized by node " + nodeId + " at " + managerAddress;
  }
}
