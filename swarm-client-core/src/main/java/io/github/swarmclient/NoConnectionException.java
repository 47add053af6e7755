package io.github.swarmclient;

/** The container is on a node to which the client was given no connection. */
public final class NoConnectionException extends SwarmException {
  private static final long serialVersionUID = 1L;

  NoConnectionException(String operation, String why) {
    super(operation, why, null);
  }
}
