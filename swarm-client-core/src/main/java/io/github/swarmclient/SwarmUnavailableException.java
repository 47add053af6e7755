package io.github.swarmclient;

/**
 * The swarm has no leader, or its managers did not agree in time. Reads can be repeated; of a write
 * it is unknown whether it took effect.
 */
public final class SwarmUnavailableException extends EngineException {
  private static final long serialVersionUID = 1L;
  private final boolean mayHaveExecuted;

  SwarmUnavailableException(EngineAnswer answer, String hint) {
    super(answer, hint);
    // Seen on engines: a 500 "lost leader status" for a write that was there after the election.
    this.mayHaveExecuted = answer.write();
  }

  /** Returns whether the request may have taken effect all the same; always false for reads. */
  public boolean mayHaveExecuted() {
    return mayHaveExecuted;
  }
}
