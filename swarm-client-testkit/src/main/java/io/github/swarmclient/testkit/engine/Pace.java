package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/**
 * How time passes while someone waits for the engines. Nothing here is done by a thread of its own:
 * whoever waits lets time pass, and where time follows the real clock, whoever looks catches up.
 *
 * <p>In virtual time a thread that has the engines to itself goes to the next thing due at once.
 * Where others use them too, time must not run away from them, and passes as it really does.
 */
@SuppressWarnings("WaitNotInLoop") // the loop is the caller's
final class Pace {
  /** Who has not used the engines for so long is not counted on to let time pass. */
  private static final long AWAY = TimeUnit.SECONDS.toNanos(1);

  /** Who has waited for so long in vain may wait for something that never comes. */
  private static final Duration LONG = Duration.ofHours(1);

  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(10);

  private final VirtualTime time;
  private final Condition change;
  private final boolean real;
  private final Instant start;
  private long origin = System.nanoTime();
  private long user = Thread.currentThread().getId();
  private long usedAt = System.nanoTime();

  /** When someone else than the last user has last used the engines. */
  private long othersUsedAt = usedAt - AWAY;

  /** Up to when real time was let pass in virtual time. */
  private long pacedAt = usedAt;

  Pace(VirtualTime time, Condition change, boolean real) {
    this.time = time;
    this.change = change;
    this.real = real;
    this.start = time.now();
  }

  boolean real() {
    return real;
  }

  /** Takes note that this thread uses the engines, and catches up with the real clock. */
  void used() {
    long thread = Thread.currentThread().getId();
    if (user != thread) {
      othersUsedAt = usedAt;
      user = thread;
    }
    usedAt = System.nanoTime();
    catchUp();
  }

  private void catchUp() {
    if (real) {
      Instant now = start.plusNanos(System.nanoTime() - origin);
      if (now.isAfter(time.now())) {
        time.advance(Duration.between(time.now(), now));
      }
    }
  }

  /** Lets {@code duration} pass at once, also by the real clock. */
  void skip(Duration duration) {
    if (real) {
      origin -= duration.toNanos();
      catchUp();
    } else {
      time.advance(duration);
    }
  }

  /** Returns when {@code duration} has passed: at once in virtual time. */
  void pass(Duration duration) throws InterruptedException {
    if (!real) {
      time.advance(duration);
      return;
    }
    for (Instant end = time.now().plus(duration); time.now().isBefore(end); catchUp()) {
      change.awaitNanos(Duration.between(time.now(), end).toNanos());
    }
  }

  /**
   * Returns whether it is so, as soon as it is, or else at {@code end}: at once in virtual time.
   */
  @SuppressWarnings("WaitNotInLoop") // what ends the loop is asked for by others
  boolean passUntil(BooleanSupplier so, Instant end) throws InterruptedException {
    while (!so.getAsBoolean()) {
      Instant now = time.now();
      if (!now.isBefore(end)) {
        return false;
      }
      Instant next = time.next();
      Instant to = next == null || next.isAfter(end) ? end : next;
      if (real) {
        change.awaitNanos(Math.max(1, Duration.between(now, to).toNanos()));
        catchUp();
      } else {
        time.advanceTo(to);
      }
    }
    return true;
  }

  /**
   * Waits, once, for something to happen.
   *
   * @param since when the one who waits last had what it waits for
   */
  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
  void await(Instant since) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Instant next = time.next();
    if (next == null) {
      change.await();
      catchUp();
    } else if (real) {
      change.awaitNanos(Math.max(1, Duration.between(time.now(), next).toNanos()));
      catchUp();
    } else {
      awaitVirtually(next, since);
    }
  }

  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
  private void awaitVirtually(Instant next, Instant since) throws InterruptedException {
    long begun = System.nanoTime();
    boolean mine = user == Thread.currentThread().getId();
    long others = mine ? othersUsedAt : usedAt;
    if (begun - others < AWAY) {
      change.awaitNanos(Math.min(BREATH, Duration.between(time.now(), next).toNanos() + 1));
      long now = System.nanoTime();
      time.advance(Duration.ofNanos(Math.max(0, now - Math.max(pacedAt, begun))));
      pacedAt = now;
      return;
    }
    boolean vain = Duration.between(since, time.now()).compareTo(LONG) > 0;
    // Either way the lock is let go of, so that others get at the engines meanwhile.
    if (change.awaitNanos(vain ? BREATH : 1) <= 0) {
      time.advanceTo(next);
    }
  }
}
