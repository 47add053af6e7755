package io.github.swarmclient;

import io.github.swarmclient.model.EngineEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a watch tells: an event, or that events may be missing. Immutable. */
public final class SwarmEvent {
  private final @Nullable EngineEvent event;
  private final @Nullable EventGap gap;

  private SwarmEvent(@Nullable EngineEvent event, @Nullable EventGap gap) {
    this.event = event;
    this.gap = gap;
  }

  static SwarmEvent of(EngineEvent event) {
    return new SwarmEvent(event, null);
  }

  static SwarmEvent of(EventGap gap) {
    return new SwarmEvent(null, gap);
  }

  /** Returns what happened; nothing if this is a gap. */
  public Optional<EngineEvent> event() {
    return Optional.ofNullable(event);
  }

  /** Returns where events may be missing; nothing if this is an event. */
  public Optional<EventGap> gap() {
    return Optional.ofNullable(gap);
  }

  /** Returns the event, or the gap, in words. */
  @Override
  public String toString() {
    return String.valueOf(event == null ? gap : event);
  }
}
