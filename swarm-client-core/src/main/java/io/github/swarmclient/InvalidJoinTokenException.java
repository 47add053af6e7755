package io.github.swarmclient;

/** The join token is not, or no longer, one of this swarm. */
public final class InvalidJoinTokenException extends EngineException {
  private static final long serialVersionUID = 1L;

  InvalidJoinTokenException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
