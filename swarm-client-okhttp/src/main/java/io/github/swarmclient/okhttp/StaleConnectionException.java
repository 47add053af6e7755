package io.github.swarmclient.okhttp;

import java.io.IOException;

/**
 * A pooled connection was found dead before a byte of the request was written to it, so that any
 * request, also a write, may be sent on another one.
 */
final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  StaleConnectionException() {
    super("the engine closed an idle connection");
  }
}
