package io.github.swarmclient;

import io.github.swarmclient.model.PortProtocol;

/** What a {@link Preflight} found out about a port that a swarm needs. Immutable. */
public final class PortCheck {
  private final PortProtocol protocol;
  private final int port;
  private final Outcome outcome;
  private final String reason;

  /** What was found out. */
  public enum Outcome {
    /** Something listens there, and is reached from this machine. */
    REACHABLE,
    /** The host is reached from this machine, but nothing listens there. */
    REFUSED,
    /** Nothing answers this machine there. */
    UNREACHABLE,
    /** From here nothing can be said; the reason tells why. */
    NOT_VERIFIABLE
  }

  PortCheck(PortProtocol protocol, int port, Outcome outcome, String reason) {
    this.protocol = protocol;
    this.port = port;
    this.outcome = outcome;
    this.reason = reason;
  }

  /** Returns whether it is a TCP or a UDP port. */
  public PortProtocol protocol() {
    return protocol;
  }

  /** Returns the port. */
  public int port() {
    return port;
  }

  /** Returns what was found out. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns what that means, or why nothing was found out. */
  public String reason() {
    return reason;
  }

  /** Returns all of it in one line. */
  @Override
  public String toString() {
    return port
        + "/"
        + protocol
        + " "
        + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
        + ": "
        + reason;
  }
}
