package io.github.swarmclient;

/**
 * The request is right, but the swarm's state forbids it: a node that is up cannot be removed, nor
 * a secret in use, nor the last manager demoted. HTTP 400.
 */
public final class RefusedException extends EngineException {
  private static final long serialVersionUID = 1L;

  RefusedException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
