package io.github.swarmclient;

import io.github.swarmclient.model.ObjectVersion;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Repeats a read-change-write that somebody else's write came between. */
final class Conflicts {
  /** Each attempt lost means that another one won, so this many writers get through at once. */
  private static final int ATTEMPTS = 100;

  private Conflicts() {}

  /** Does {@code change}, which reads anew each time, until it meets no conflict; bounded. */
  static <T> T retry(Supplier<T> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return change.get();
      } catch (VersionConflictException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Returns the index to send, an unsigned number. */
  static String index(@Nullable ObjectVersion version) {
    return Long.toUnsignedString(
        Objects.requireNonNull(
            Objects.requireNonNull(version, "objects have a version").index(),
            "versions have an index"));
  }
}
