package io.github.swarmclient;

/** There is no such object. HTTP 404, and 500 where a spec names an object that is not there. */
public final class NotFoundException extends EngineException {
  private static final long serialVersionUID = 1L;

  NotFoundException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
