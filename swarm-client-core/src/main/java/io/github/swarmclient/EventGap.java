package io.github.swarmclient;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where events may be missing: the connection broke, and there is a new one. The new engine
 * is asked to repeat what happened meanwhile, but remembers no more than 256 events, and none from
 * before it started; so look at the objects themselves anew. Immutable.
 */
public final class EventGap {
  private final Instant since;
  private final @Nullable SwarmException cause;

  EventGap(Instant since, @Nullable SwarmException cause) {
    this.since = since;
    this.cause = cause;
  }

  /** Returns when the last event before was, or the watch began if there was none. */
  public Instant since() {
    return since;
  }

  /** Returns why the connection broke; nothing if the engine ended it. */
  public Optional<SwarmException> cause() {
    return Optional.ofNullable(cause);
  }

  /** Returns this in words. */
  @Override
  public String toString() {
    return "events may be missing since "
        + since
        + (cause == null ? ": the engine ended the stream" : ": " + cause.getMessage());
  }
}
