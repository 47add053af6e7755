package io.github.swarmclient;

/** The engine answered, and refused. Its kinds are the subclasses; this one is what fits none. */
public class EngineException extends SwarmException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String engineMessage;

  EngineException(EngineAnswer answer, String hint) {
    super(answer.operation(), answer.describe(hint), null);
    this.status = answer.status();
    this.engineMessage = answer.message();
  }

  EngineException(EngineAnswer answer) {
    this(answer, "");
  }

  /** Returns the HTTP status. It alone seldom tells what went wrong; the type of this does. */
  public int status() {
    return status;
  }

  /** Returns what the engine said, without the wrapping of its inner protocol. */
  public String engineMessage() {
    return engineMessage;
  }
}
