package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What has happened on an engine: the last 256 events, which is all that an engine remembers. They
 * are put into words when someone reads them: most are never read.
 */
final class Events {
  private static final int KEPT = 256;

  private final List<Supplier<ObjectNode>> kept = new ArrayList<>();
  private long count;

  static ObjectNode event(Instant now, String type, String action, String id, String scope) {
    ObjectNode event = Json.object();
    event.put("Type", type).put("Action", action);
    event.putObject("Actor").put("ID", id).putObject("Attributes");
    event.put("scope", scope);
    event.put("time", now.getEpochSecond());
    event.put("timeNano", now.getEpochSecond() * 1_000_000_000L + now.getNano());
    return event;
  }

  void add(Supplier<ObjectNode> event) {
    kept.add(event);
    count++;
    if (kept.size() > KEPT) {
      kept.remove(0);
    }
  }

  /** Returns how many events there have been. */
  long count() {
    return count;
  }

  /** Returns the number of the oldest event that is remembered. */
  long oldest() {
    return count - kept.size();
  }

  /** Returns the n-th event, or null if it has not happened yet or is forgotten. */
  @Nullable ObjectNode get(long n) {
    long place = n - oldest();
    return place < 0 || place >= kept.size() ? null : kept.get((int) place).get();
  }
}
