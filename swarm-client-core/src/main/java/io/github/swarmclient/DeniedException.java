package io.github.swarmclient;

/**
 * The engine or a registry wants other credentials, or forbids this altogether. HTTP 401 and 403.
 */
public final class DeniedException extends EngineException {
  private static final long serialVersionUID = 1L;

  DeniedException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
