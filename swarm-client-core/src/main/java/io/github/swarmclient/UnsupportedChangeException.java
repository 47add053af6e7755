package io.github.swarmclient;

/** Engines cannot do this: rename a service, or change its mode. HTTP 501. */
public final class UnsupportedChangeException extends EngineException {
  private static final long serialVersionUID = 1L;

  UnsupportedChangeException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
