package io.github.swarmclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists whose entries have a key: order is kept, since a changed one restarts every task. */
final class Keyed {
  private Keyed() {}

  /**
   * Returns {@code list} with {@code entry} in the place of the one with its key, or at the end.
   */
  static <E> List<E> put(List<E> list, E entry, Function<E, @Nullable Object> key) {
    List<E> changed = new ArrayList<>(list);
    for (int i = 0; i < changed.size(); i++) {
      if (Objects.equals(key.apply(changed.get(i)), key.apply(entry))) {
        changed.set(i, entry);
        return changed;
      }
    }
    changed.add(entry);
    return changed;
  }

  /** Returns {@code list} with each of {@code entries} put into it. */
  static <E> List<E> putAll(List<E> list, List<E> entries, Function<E, @Nullable Object> key) {
    List<E> changed = list;
    for (E entry : entries) {
      changed = put(changed, entry, key);
    }
    return changed;
  }

  /** Returns {@code list} without the entries that {@code match}. */
  static <E> List<E> remove(List<E> list, Predicate<E> match) {
    return list.stream().filter(match.negate()).toList();
  }
}
