package io.github.swarmclient;

/** The task has no container: not yet, or no more. */
public final class NoContainerException extends SwarmException {
  private static final long serialVersionUID = 1L;

  NoContainerException(String operation, String why) {
    super(operation, why, null);
  }
}
