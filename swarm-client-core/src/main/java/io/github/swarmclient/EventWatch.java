package io.github.swarmclient;

import io.github.swarmclient.model.EngineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events over as many connections as it takes. When one breaks there is a gap, which is told after
 * the next one stands and before its events: what is read of the swarm then is as new as they are.
 * It ends at the time it was to end, or where it is closed. To be read by one thread; any thread
 * may close it, which ends a wait within a second.
 */
public final class EventWatch implements Iterator<SwarmEvent>, AutoCloseable {
  /** More than an engine repeats. */
  private static final int REMEMBERED = 1024;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final EventRequest request;
  private final TimeSource time;
  private final Set<EngineEvent> seen = new LinkedHashSet<>();
  private final Instant began;

  /** By the engine's clock, which need not go as ours does. */
  private @Nullable Instant last;

  private Duration pause = Duration.ZERO;
  private @Nullable SwarmEvent next;
  private volatile EventStream stream;
  private volatile boolean closed;

  EventWatch(EventRequest request, TimeSource time, Instant began, EventStream stream) {
    this.request = request;
    this.time = time;
    this.began = began;
    this.stream = stream;
  }

  /**
   * Waits for what is next, also while no engine answers. Returns false at the end, and when this
   * was closed.
   *
   * @throws EngineException if the engine refuses to go on
   * @throws WaitException if the thread is interrupted while no engine answers
   */
  @Override
  public boolean hasNext() {
    while (next == null && !closed) {
      SwarmException cause = null;
      try {
        if (stream.hasNext()) {
          next = unlessSeen(stream.next());
          continue;
        }
        if (closed || request.hasEnd()) {
          return false;
        }
      } catch (TransportException | MalformedResponseException e) {
        cause = e;
      }
      next = reconnect(cause);
    }
    return next != null && !closed;
  }

  private @Nullable SwarmEvent unlessSeen(EngineEvent event) {
    if (!seen.add(event)) {
      return null;
    }
    if (seen.size() > REMEMBERED) {
      seen.remove(seen.iterator().next());
    }
    Long nanos = event.timeNano();
    if (nanos != null) {
      Instant at = Instant.ofEpochSecond(0, nanos);
      last = last == null || at.isAfter(last) ? at : last;
    }
    pause = Duration.ZERO;
    return SwarmEvent.of(event);
  }

  private @Nullable SwarmEvent reconnect(@Nullable SwarmException cause) {
    stream.close();
    Instant since = last == null ? began : last;
    while (!closed) {
      pause();
      try {
        stream = request.open(since);
        if (closed) {
          stream.close();
        }
        return SwarmEvent.of(new EventGap(since, cause));
      } catch (TransportException | SwarmUnavailableException e) {
        // Again, for as long as nobody closes this.
      } catch (SwarmStateException e) {
        if (e.state() != SwarmStateException.State.NOT_READY) {
          throw e;
        }
      }
    }
    return null;
  }

  /** Waits longer each time that nothing new comes of it. */
  private void pause() {
    if (!pause.isZero()) {
      try {
        time.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WaitException(request.operation(), "interrupted while no engine answered", e);
      }
    }
    Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  /**
   * Waits for what is next and returns it.
   *
   * @throws NoSuchElementException at the end, and when this was closed
   * @throws SwarmException as {@link #hasNext()} does
   */
  @Override
  public SwarmEvent next() {
    SwarmEvent value = hasNext() ? next : null;
    if (value == null) {
      throw new NoSuchElementException("the watch has ended");
    }
    next = null;
    return value;
  }

  /** Returns the events and gaps from here on as a stream, which throws as hasNext() does. */
  public Stream<SwarmEvent> events() {
    return EngineStream.rest(this).onClose(this::close);
  }

  /** Ends the watch, also for a thread that waits. Closing again does nothing. */
  @Override
  public void close() {
    closed = true;
    stream.close();
  }
}
