package io.github.swarmclient.testkit.http;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the answer to one request turned the connection into a bare one, and where input goes.
 * The next request may be read while its predecessor's answer is being ended, so each has its own.
 */
final class Upgrade {
  static final int STATUS = 101;

  private boolean known; // guarded by this
  private boolean switched; // guarded by this
  private @Nullable OutputStream input; // guarded by this

  /** Says that the connection is a bare one from now on. */
  synchronized void to(@Nullable OutputStream input) {
    this.input = input;
    switched = true;
    known = true;
    notifyAll();
  }

  /** Says that the answer, if nothing else was said, was one like others. */
  synchronized void none() {
    known = true;
    notifyAll();
  }

  /** Waits for the answer, and returns whether the connection is a bare one. */
  synchronized boolean await() throws InterruptedException {
    while (!known) {
      wait();
    }
    return switched;
  }

  /** Returns where input goes, or null if nobody reads it. */
  synchronized @Nullable OutputStream input() {
    return input;
  }
}
