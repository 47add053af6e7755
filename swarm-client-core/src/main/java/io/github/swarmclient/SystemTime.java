package io.github.swarmclient;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The system's clock. */
enum SystemTime implements TimeSource {
  INSTANCE;

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
  }
}
