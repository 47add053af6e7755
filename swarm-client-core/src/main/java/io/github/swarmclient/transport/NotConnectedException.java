package io.github.swarmclient.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * No connection could be made: the engine has seen nothing of the request. The message says which
 * address, why, and what to do.
 */
public final class NotConnectedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message which address, why, and what to do
   * @param cause what the operating system said, or null
   */
  public NotConnectedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
