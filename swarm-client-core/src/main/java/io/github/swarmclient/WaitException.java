package io.github.swarmclient;

import org.jspecify.annotations.Nullable;

/** What was awaited did not come about in time, or the wait was interrupted. */
public final class WaitException extends SwarmException {
  private static final long serialVersionUID = 1L;

  WaitException(String operation, String why, @Nullable Throwable cause) {
    super(operation, why, cause);
  }
}
