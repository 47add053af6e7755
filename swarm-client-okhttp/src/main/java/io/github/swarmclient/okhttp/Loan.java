package io.github.swarmclient.okhttp;

/**
 * The use of a socket by one exchange. A response that is closed late, when its connection already
 * carries the next exchange, holds an old loan, and can do that exchange no harm.
 */
final class Loan {
  private final EngineSocket socket;
  private final boolean first;

  Loan(EngineSocket socket, boolean first) {
    this.socket = socket;
    this.first = first;
  }

  /** Returns whether the connection was made for this exchange. */
  boolean first() {
    return first;
  }

  /** Closes the socket, unless it has gone on to another exchange. A blocked reader is woken. */
  void end() {
    socket.end(this);
  }

  /** Lets reads fail instead of waiting, until the socket goes on to another exchange. */
  void hurry() {
    socket.hurry(this);
  }
}
