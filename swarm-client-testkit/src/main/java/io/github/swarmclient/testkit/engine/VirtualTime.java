package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A clock that stands still until it is advanced, and what is due at which time. */
final class VirtualTime {
  /** What is due at a time, in the order in which it was asked for; never empty. */
  private final TreeMap<Instant, ArrayDeque<Runnable>> due = new TreeMap<>();

  private Instant now;

  VirtualTime(Instant start) {
    this.now = start;
  }

  Instant now() {
    return now;
  }

  void after(Duration delay, Runnable action) {
    at(now.plus(delay), action);
  }

  void at(Instant when, Runnable action) {
    Instant at = when.isBefore(now) ? now : when;
    ArrayDeque<Runnable> then = due.get(at);
    if (then == null) {
      then = new ArrayDeque<>(4);
      due.put(at, then);
    }
    then.add(action);
  }

  /** Returns when the next thing is due, or null if nothing is. */
  @Nullable Instant next() {
    return due.isEmpty() ? null : due.firstKey();
  }

  /** Lets {@code duration} pass; what falls due meanwhile is done in its order. */
  void advance(Duration duration) {
    advanceTo(now.plus(duration));
  }

  /** Lets time pass until {@code end}; what falls due meanwhile is done in its order. */
  void advanceTo(Instant end) {
    for (var next = due.firstEntry(); isDue(next, end); next = due.firstEntry()) {
      if (next.getKey().isAfter(now)) {
        now = next.getKey();
      }
      Runnable action = next.getValue().remove();
      if (next.getValue().isEmpty()) {
        due.remove(next.getKey());
      }
      action.run();
    }
    // An action may itself have let time pass, so that the end lies behind already.
    if (now.isBefore(end)) {
      now = end;
    }
  }

  private static boolean isDue(Map.@Nullable Entry<Instant, ?> next, Instant end) {
    return next != null && !next.getKey().isAfter(end);
  }
}
