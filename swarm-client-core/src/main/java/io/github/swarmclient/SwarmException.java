package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of a swarm did not come about. The message is a sentence: what was attempted, on
 * what, why it failed and, where that is known, what to do. No message holds a secret.
 */
public class SwarmException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String operation;

  SwarmException(String operation, String why, @Nullable Throwable cause) {
    super(Text.printable(operation) + " failed: " + Text.printable(why), cause);
    this.operation = Text.printable(operation);
  }

  /** Returns what was attempted, and on what: {@code "service update of my_web"}. */
  public String operation() {
    return operation;
  }
}
