package io.github.swarmclient.testkit;

import java.util.Objects;

/** What messages say of an exception. */
final class Failures {
  private Failures() {}

  /** Returns the innermost message, which is the engine's own. */
  static String reason(Throwable failure) {
    Throwable inner = failure;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return Objects.requireNonNullElse(inner.getMessage(), inner.toString()).strip();
  }
}
