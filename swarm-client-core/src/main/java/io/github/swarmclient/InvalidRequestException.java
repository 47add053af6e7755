package io.github.swarmclient;

/**
 * The engine understood the request and holds it to be wrong. HTTP 400, and 500 for a bad
 * constraint.
 */
public final class InvalidRequestException extends EngineException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
