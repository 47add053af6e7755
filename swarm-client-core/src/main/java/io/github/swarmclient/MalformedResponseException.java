package io.github.swarmclient;

import org.jspecify.annotations.Nullable;

/**
 * The engine agreed, but what it sent cannot be read: no JSON, a broken stream, a strange frame.
 */
public final class MalformedResponseException extends SwarmException {
  private static final long serialVersionUID = 1L;

  MalformedResponseException(String operation, String why, @Nullable Throwable cause) {
    super(operation, why, cause);
  }
}
