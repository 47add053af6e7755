package io.github.swarmclient;

/**
 * The object changed after it was read: somebody else, or the orchestrator, was quicker. Engines
 * answer 500, not 409. Reading it again and repeating the change helps, which updates do by
 * themselves for a while.
 */
public final class VersionConflictException extends EngineException {
  private static final long serialVersionUID = 1L;

  VersionConflictException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
