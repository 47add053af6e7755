package io.github.swarmclient;

import org.jspecify.annotations.Nullable;

/** Failures of steps that do not keep each other from being tried. */
final class Failures {
  private @Nullable RuntimeException first;

  void collect(Runnable step) {
    try {
      step.run();
    } catch (SwarmException | IllegalArgumentException e) {
      if (first == null) {
        first = e;
      } else {
        first.addSuppressed(e);
      }
    }
  }

  void throwFirst() {
    if (first != null) {
      throw first;
    }
  }
}
