package io.github.swarmclient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of the unused networks or volumes to remove: those that all of this fits. */
public final class PruneQuery {
  private final Map<String, List<String>> filters = new LinkedHashMap<>();

  PruneQuery() {}

  /** Wants those with this label: {@code key} or {@code key=value}. */
  public PruneQuery label(String label) {
    return filter("label", Checks.text("label", label));
  }

  /** Wants those without this label: {@code key} or {@code key=value}. */
  public PruneQuery withoutLabel(String label) {
    return filter("label!", Checks.text("label", label));
  }

  /** Wants networks that are older; engines refuse this for volumes. */
  public PruneQuery olderThan(Duration age) {
    return filter("until", Checks.notNegative("age in seconds", age.toSeconds()) + "s");
  }

  /** Wants volumes that have been given a name, too; engines refuse this for networks. API 1.42. */
  public PruneQuery named() {
    return filter("all", "true");
  }

  private PruneQuery filter(String kind, String value) {
    filters.computeIfAbsent(kind, any -> new ArrayList<>()).add(value);
    return this;
  }

  Map<String, List<String>> filters() {
    return filters;
  }
}
