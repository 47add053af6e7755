package io.github.swarmclient;

/**
 * The engine's API is too old for what was asked. Thrown before anything is sent: the engine itself
 * would drop what it does not know, and say nothing.
 */
public final class UnsupportedApiException extends SwarmException {
  private static final long serialVersionUID = 1L;
  private final ApiVersion needs;
  private final ApiVersion engineHas;

  UnsupportedApiException(String operation, String what, ApiVersion needs, ApiVersion engineHas) {
    super(operation, what + " needs API " + needs + ", this engine has " + engineHas, null);
    this.needs = needs;
    this.engineHas = engineHas;
  }

  /** Returns the version that is needed. */
  public ApiVersion needs() {
    return needs;
  }

  /** Returns the version that the engine has, or that the client was told to talk. */
  public ApiVersion engineHas() {
    return engineHas;
  }
}
