package io.github.swarmclient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which objects to list, as far as it is the same for all kinds of them.
 *
 * @param <T> the query of one kind
 */
public abstract sealed class ObjectQuery<T extends ObjectQuery<T>>
    permits BlobQuery, NetworkQuery, VolumeQuery {
  private final Map<String, List<String>> filters = new LinkedHashMap<>();

  ObjectQuery() {}

  abstract T self();

  /** Wants those whose name is, or begins with, this; of networks, whose name has this in it. */
  public final T name(String name) {
    return filter("name", Checks.text("name", name));
  }

  /** Wants those with this label, of any value. */
  public final T label(String key) {
    return filter("label", Checks.text("label", key));
  }

  /** Wants those with this label of this value. */
  public final T label(String key, String value) {
    return label(key + "=" + value);
  }

  final T filter(String kind, String value) {
    filters.computeIfAbsent(kind, any -> new ArrayList<>()).add(value);
    return self();
  }

  final Map<String, List<String>> filters() {
    return filters;
  }
}
