package io.github.swarmclient;

/**
 * A host cannot be made part of the swarm as it is: it is in another one, locked, broken, or no
 * manager where one is needed. Thrown before anything is changed, except where the message tells
 * that a join went wrong.
 */
public final class FormationException extends SwarmException {
  private static final long serialVersionUID = 1L;
  private final String host;

  FormationException(String operation, String host, String why) {
    super(operation, host + " " + why, null);
    this.host = host;
  }

  /** Returns the address by which the host was asked. */
  public String host() {
    return host;
  }
}
