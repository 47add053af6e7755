package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that stands still until it is advanced, and what is due at which time. */
final class VirtualTime {
  private record Due(Instant at, long order, Runnable action) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private Instant now;
  private long scheduled;

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
    queue.add(new Due(when.isBefore(now) ? now : when, scheduled++, action));
  }

  /** Returns when the next thing is due, or null if nothing is. */
  @Nullable Instant next() {
    Due next = queue.peek();
    return next == null ? null : next.at();
  }

  /** Lets {@code duration} pass; what falls due meanwhile is done in its order. */
  void advance(Duration duration) {
    advanceTo(now.plus(duration));
  }

  /** Lets time pass until {@code end}; what falls due meanwhile is done in its order. */
  void advanceTo(Instant end) {
    for (Due next = queue.peek(); next != null && !next.at().isAfter(end); next = queue.peek()) {
      queue.poll();
      if (next.at().isAfter(now)) {
        now = next.at();
      }
      next.action().run();
    }
    // An action may itself have let time pass, so that the end lies behind already.
    if (now.isBefore(end)) {
      now = end;
    }
  }
}
