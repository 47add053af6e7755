package io.github.swarmclient.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How long one thing took, each time.
 *
 * @param target how long it may take, also at worst
 */
record Samples(String what, List<Duration> taken, Duration target) {
  /** The head of a table of {@link #row}s. */
  static final String HEAD =
      "%-36s %7s %10s %10s %10s".formatted("", "samples", "median", "worst", "target");

  Samples {
    taken = taken.stream().sorted().toList();
    if (taken.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured of " + what);
    }
  }

  Duration median() {
    return taken.get((taken.size() - 1) / 2);
  }

  Duration worst() {
    return taken.get(taken.size() - 1);
  }

  boolean ok() {
    return worst().compareTo(target) <= 0;
  }

  String row() {
    return "%-36s %7d %10s %10s %10s  %s"
        .formatted(
            what,
            taken.size(),
            text(median()),
            text(worst()),
            text(target),
            ok() ? "ok" : "MISSED");
  }

  private static String text(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return millis < 1000 ? "%.1f ms".formatted(millis) : "%.2f s".formatted(millis / 1000);
  }
}
