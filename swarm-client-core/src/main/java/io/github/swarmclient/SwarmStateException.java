package io.github.swarmclient;

/** The engine is not in the state towards its swarm that the request needs. HTTP 503. */
public final class SwarmStateException extends EngineException {
  private static final long serialVersionUID = 1L;
  private final State state;

  /** What the engine is, and should not be. */
  public enum State {
    /** The engine is in no swarm. */
    NOT_IN_SWARM,
    /** The engine is a worker, and a manager was needed. */
    NOT_A_MANAGER,
    /** The engine is in a swarm already. */
    ALREADY_IN_SWARM,
    /** The engine is the last manager, or one of so few that the swarm would not survive. */
    NEEDED_AS_MANAGER,
    /** The swarm is locked, and wants its unlock key. */
    LOCKED,
    /**
     * The engine is still joining, and goes on with it by itself: the manager is slow, or its swarm
     * without a leader.
     */
    JOINING,
    /**
     * The engine could not reach the manager it should join. It has given up, or goes on trying by
     * itself: then it is pending in {@code info()}.
     */
    MANAGER_UNREACHABLE,
    /** The engine is starting, stopping, or says nothing more exact. */
    NOT_READY
  }

  SwarmStateException(EngineAnswer answer, State state, String hint) {
    super(answer, hint);
    this.state = state;
  }

  /** Returns what the engine is. */
  public State state() {
    return state;
  }
}
