package io.github.swarmclient;

import io.github.swarmclient.transport.NotConnectedException;
import java.io.IOException;

/** There was no answer: no connection, a broken one, or silence for too long. */
public final class TransportException extends SwarmException {
  private static final long serialVersionUID = 1L;
  private final boolean mayHaveExecuted;

  TransportException(String operation, String engine, boolean write, IOException cause) {
    super(operation, describe(engine, write, cause), cause);
    this.mayHaveExecuted = write && !(cause instanceof NotConnectedException);
  }

  private static String describe(String engine, boolean write, IOException cause) {
    if (cause instanceof NotConnectedException) {
      return String.valueOf(cause.getMessage());
    }
    return "no answer from "
        + engine
        + ": "
        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
        + (write ? "; the engine may have done it all the same: look before you repeat it" : "");
  }

  /** Returns whether the request may have taken effect all the same; always false for reads. */
  public boolean mayHaveExecuted() {
    return mayHaveExecuted;
  }
}
