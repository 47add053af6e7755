package io.github.swarmclient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that jumps to the end of each sleep. */
final class FakeTime implements TimeSource {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Runnable> happenings = new ArrayList<>();
  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now = START;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    now = now.plus(duration);
    if (!happenings.isEmpty()) {
      happenings.remove(0).run();
    }
  }

  synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  /** Lets {@code happening} happen in the next sleep that has none yet. */
  FakeTime then(Runnable happening) {
    happenings.add(happening);
    return this;
  }

  synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  Duration passed() {
    return Duration.between(START, now());
  }
}
