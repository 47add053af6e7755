package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stream of what happens on an engine. */
final class EventFeed implements Feed.Source {
  private static final Set<String> FILTERS =
      Set.of(
          "type",
          "event",
          "scope",
          "service",
          "node",
          "secret",
          "config",
          "network",
          "container",
          "image",
          "label",
          "daemon",
          "volume",
          "plugin");

  private final Host host;
  private final Filters filters;
  private final @Nullable Instant since;
  private final @Nullable Instant until;
  private final boolean legacy;
  private long next;

  private EventFeed(Call call) {
    this.host = call.host();
    this.filters = new Filters(call, FILTERS);
    this.legacy = call.before(52);
    this.since = instant(call.query().get("since"));
    this.until = instant(call.query().get("until"));
    if (until != null) {
      host.world().time().at(until, host.world()::changed);
    }
    this.next = since == null ? host.events().count() : host.events().oldest();
  }

  static Reply open(Call call) {
    boolean lines = !call.before(52);
    return Reply.stream(
        lines ? "application/jsonl" : "application/json",
        new Feed(call.host(), new EventFeed(call)));
  }

  /** Returns the time that {@code seconds[.nanos]} or a time of day in full stands for. */
  static @Nullable Instant instant(String text) {
    if (text.isEmpty() || text.equals("0")) {
      return null;
    }
    try {
      if (text.contains("T")) {
        return java.time.OffsetDateTime.parse(text).toInstant();
      }
      BigDecimal seconds = new BigDecimal(text);
      long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
      return Instant.ofEpochSecond(seconds.longValue(), nanos);
    } catch (NumberFormatException | java.time.DateTimeException e) {
      throw EngineError.of(500, "strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
    }
  }

  @Override
  public byte @Nullable [] next() {
    while (next < host.events().count()) {
      ObjectNode event = host.events().get(next++);
      if (event != null && timely(event) && fits(event)) {
        return (Json.text(shown(event)) + "\n").getBytes(StandardCharsets.UTF_8);
      }
    }
    return until != null && !until.isAfter(host.world().now()) ? END : null;
  }

  /** Up to API 1.51 an event of a container says some things twice. */
  private ObjectNode shown(ObjectNode event) {
    if (!legacy || !Json.string(event, "Type").equals("container")) {
      return event;
    }
    ObjectNode shown = Json.object();
    shown.put("status", Json.string(event, "Action"));
    shown.put("id", Json.string(event, "Actor", "ID"));
    shown.put("from", Json.string(event, "Actor", "Attributes", "image"));
    shown.setAll(event);
    return shown;
  }

  private boolean timely(JsonNode event) {
    long nanos = Json.number(event, 0, "timeNano");
    Instant at = Instant.ofEpochSecond(0, nanos);
    return (since == null || !at.isBefore(since)) && (until == null || !at.isAfter(until));
  }

  private boolean fits(JsonNode event) {
    String type = Json.string(event, "Type");
    String id = Json.string(event, "Actor", "ID");
    String name = Json.string(event, "Actor", "Attributes", "name");
    boolean fits =
        filters.any("type", type::equals)
            && filters.any("event", Json.string(event, "Action")::equals)
            && filters.any("scope", Json.string(event, "scope")::equals)
            && filters.labels("label", Json.stringMap(Json.at(event, "Actor", "Attributes")));
    for (String kind : List.of("service", "node", "secret", "config", "network", "container")) {
      // A prefix of the identifier or the name is enough, and the type is not looked at.
      fits &= filters.any(kind, value -> id.startsWith(value) || name.startsWith(value));
    }
    return fits;
  }
}
