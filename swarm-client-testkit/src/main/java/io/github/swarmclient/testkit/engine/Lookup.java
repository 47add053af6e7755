package io.github.swarmclient.testkit.engine;

import java.util.List;
import java.util.Map;

/** Finds an object by what a user calls it: its identifier, its name, or how the former begins. */
final class Lookup {
  private Lookup() {}

  static <T extends Stored> T find(Map<String, T> all, String kind, String ref) {
    T exact = all.get(ref);
    if (exact != null) {
      return exact;
    }
    List<T> named = all.values().stream().filter(each -> each.name().equals(ref)).toList();
    List<T> found =
        named.isEmpty()
            ? all.values().stream().filter(each -> each.id.startsWith(ref)).toList()
            : named;
    if (found.size() > 1) {
      throw EngineError.invalid(
          kind + " " + ref + " is ambiguous (" + found.size() + " matches found)");
    }
    if (found.isEmpty()) {
      throw EngineError.of(404, kind + " " + ref + " not found");
    }
    return found.get(0);
  }
}
