package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the tasks of a service have failed on a node of late, which then gets fewer of them.
 */
final class RecentFailures {
  private static final Duration LATELY = Duration.ofMinutes(5);

  /** So many failures are no reason yet. */
  private static final int MANY = 5;

  private final Map<String, List<Instant>> byService = new HashMap<>();

  void add(Task task, Instant now) {
    byService.computeIfAbsent(key(task), key -> new ArrayList<>()).add(now);
  }

  /** Returns the number of failures, or 0 if they are few. */
  int of(Task task, Instant now) {
    List<Instant> failures = byService.isEmpty() ? null : byService.get(key(task));
    if (failures == null) {
      return 0;
    }
    Instant since = now.minus(LATELY);
    failures.removeIf(at -> at.isBefore(since));
    return failures.size() < MANY ? 0 : failures.size();
  }

  private static String key(Task task) {
    return task.serviceId + "/" + task.specVersion;
  }
}
