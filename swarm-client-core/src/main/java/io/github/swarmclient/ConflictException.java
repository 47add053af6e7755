package io.github.swarmclient;

/** The name is taken, or the object is in another state than the request needs. HTTP 409. */
public final class ConflictException extends EngineException {
  private static final long serialVersionUID = 1L;

  ConflictException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
