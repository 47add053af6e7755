package io.github.swarmclient;

/**
 * The swarm would be left with too few reachable managers to agree on anything. Thrown before
 * anything is sent; {@code force()} sends it all the same.
 */
public final class QuorumException extends SwarmException {
  private static final long serialVersionUID = 1L;
  private final int managersAfter;
  private final int reachableAfter;

  QuorumException(String operation, String why, int managersAfter, int reachableAfter) {
    super(operation, why, null);
    this.managersAfter = managersAfter;
    this.reachableAfter = reachableAfter;
  }

  /** Returns how many managers the swarm would have. */
  public int managersAfter() {
    return managersAfter;
  }

  /** Returns how many of them could be reached; more than half of them must. */
  public int reachableAfter() {
    return reachableAfter;
  }
}
