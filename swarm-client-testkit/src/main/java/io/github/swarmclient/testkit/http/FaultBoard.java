package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which faults wait for which requests, and how often each has struck. Thread-safe. */
final class FaultBoard {
  private static final Pattern VERSION = Pattern.compile("/v\\d+\\.\\d+(?=/)");

  private final List<Armed> armed = new ArrayList<>();
  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);

  /**
   * The requests that a test means.
   *
   * @param method the HTTP method, or null for any
   * @param path what a path without the version is like, or null for any but that of the ping
   */
  record Aim(@Nullable String method, @Nullable Pattern path) {
    static final Aim ANYWHERE = new Aim(null, null);

    static Aim at(String method, String path) {
      StringBuilder pattern = new StringBuilder();
      for (String segment : path.split("/", -1)) {
        pattern.append(pattern.length() == 0 && segment.isEmpty() ? "" : "/");
        pattern.append(segment.equals("*") ? "[^/]+" : Pattern.quote(segment));
      }
      return new Aim(method, Pattern.compile(pattern.toString()));
    }

    boolean takes(String asked, String target) {
      return (method == null || method.equals(asked))
          && (path == null ? !target.equals("/_ping") : path.matcher(target).matches());
    }
  }

  /** A fault that waits. */
  record Armed(Fault fault, boolean once, Aim aim, @Nullable Duration lasting) {}

  synchronized void arm(Armed fault) {
    armed.add(fault);
  }

  synchronized void clear() {
    armed.clear();
    struck.clear();
  }

  synchronized int struck(Fault fault) {
    return struck.getOrDefault(fault, 0);
  }

  /**
   * Returns the fault that strikes a request, of those that are possible now; null if none does.
   */
  @Nullable Hit hit(String method, String target, Predicate<Fault> possible) {
    String path = VERSION.matcher(target.split("\\?", 2)[0]).replaceFirst("");
    return hit(
        next ->
            possible.test(next.fault)
                && next.fault.concerns(method, path)
                && next.aim.takes(method, path));
  }

  /** Returns whether a connection is to be closed at once. */
  boolean closes() {
    return hit(next -> next.fault == Fault.ACCEPT_THEN_CLOSE) != null;
  }

  private synchronized @Nullable Hit hit(Predicate<Armed> fits) {
    for (Iterator<Armed> all = armed.iterator(); all.hasNext(); ) {
      Armed next = all.next();
      if (fits.test(next)) {
        if (next.once) {
          all.remove();
        }
        struck.merge(next.fault, 1, Integer::sum);
        return new Hit(next.fault, next.lasting);
      }
    }
    return null;
  }
}
