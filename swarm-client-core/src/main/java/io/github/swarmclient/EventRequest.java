package io.github.swarmclient;

import io.github.swarmclient.model.EventAction;
import io.github.swarmclient.model.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows what happens: on an engine and, if it is a manager, in its swarm. Of one kind of filter
 * any value may fit, of several kinds all must. Of tasks engines tell nothing; their containers are
 * events of the engines that run them.
 */
public final class EventRequest {
  private static final String OPERATION = "events";

  private final ApiCalls calls;
  private final Map<String, Set<String>> filters = new LinkedHashMap<>();
  private @Nullable Instant since;
  private @Nullable Instant until;

  EventRequest(ApiCalls calls) {
    this.calls = calls;
  }

  /** Begins with what happened from {@code time} on; engines remember the last 256 events. */
  public EventRequest since(Instant time) {
    since = time;
    return this;
  }

  /** Begins with what happened since {@code ago}, by this machine's clock. */
  public EventRequest since(Duration ago) {
    return since(calls.time().now().minus(ago));
  }

  /** Ends at {@code time}, by the engine's clock. */
  public EventRequest until(Instant time) {
    until = time;
    return this;
  }

  /** Wants events of this type. */
  public EventRequest type(EventType type) {
    return filter("type", type.value());
  }

  /** Wants events that tell of this. */
  public EventRequest action(EventAction action) {
    return filter("event", action.value());
  }

  /** Wants events of this scope: {@code swarm}, or {@code local} to the engine. */
  public EventRequest scope(String scope) {
    return filter("scope", scope);
  }

  /** Wants events of objects that have this label, of any value. Swarm events have no labels. */
  public EventRequest label(String key) {
    return filter("label", key);
  }

  /** Wants events of objects that have this label of this value. Swarm events have no labels. */
  public EventRequest label(String key, String value) {
    return filter("label", key + "=" + value);
  }

  /**
   * Wants events of one object of this type; engines let pass others, too, whose name or ID begins
   * so.
   */
  public EventRequest of(EventType type, String idOrName) {
    return type(type).filter(type.value(), idOrName);
  }

  private EventRequest filter(String kind, String value) {
    filters.computeIfAbsent(kind, any -> new LinkedHashSet<>()).add(Checks.text(kind, value));
    return this;
  }

  /**
   * Opens the stream, which is to be closed. It ends with the connection, which is an exception
   * then.
   *
   * @throws InvalidRequestException if the engine does not know a filter
   */
  public EventStream open() {
    return open(since);
  }

  EventStream open(@Nullable Instant from) {
    ApiCall call =
        calls
            .get(OPERATION, "/events")
            .query("since", from == null ? null : LogRequest.seconds(from))
            .query("until", until == null ? null : LogRequest.seconds(until))
            .filters(filters)
            .unbounded();
    return new EventStream(OPERATION, calls.names(), call.open());
  }

  /**
   * Opens a stream that outlives its connection: it connects anew, of several managers to another
   * one, leaves out what it has told before, and says where events may be missing. To be closed.
   *
   * @throws InvalidRequestException if the engine does not know a filter
   */
  public EventWatch reconnecting() {
    return new EventWatch(this, calls.time(), since == null ? calls.time().now() : since, open());
  }

  boolean hasEnd() {
    return until != null;
  }

  String operation() {
    return OPERATION;
  }
}
