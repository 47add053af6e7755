package io.github.swarmclient.testkit.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The query of a request, and how Go reads the values in it. */
final class Query {
  private final Map<String, String> values = new LinkedHashMap<>();

  Query(String text) {
    for (String pair : Arrays.asList(text.split("&", -1))) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        values.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** Returns a flag as most endpoints read one: whatever does not look like a no is a yes. */
  boolean lenient(String name) {
    String value = get(name).trim().toLowerCase(java.util.Locale.ROOT);
    return !List.of("", "0", "no", "false", "none").contains(value);
  }

  /** Returns a flag as Go's {@code ParseBool} reads it, false if there is none. */
  boolean strict(String name, String complaint) {
    String value = get(name);
    if (value.isEmpty()) {
      return false;
    }
    if (Set.of("1", "t", "T", "true", "TRUE", "True").contains(value)) {
      return true;
    }
    if (Set.of("0", "f", "F", "false", "FALSE", "False").contains(value)) {
      return false;
    }
    throw EngineError.invalid(complaint);
  }

  /** Returns the version of an object, which every update has to name. */
  long version(String kind) {
    String value = get("version");
    try {
      return Long.parseUnsignedLong(value);
    } catch (NumberFormatException e) {
      String why = "strconv.ParseUint: parsing \"" + value + "\": invalid syntax";
      throw EngineError.invalid("invalid " + kind + " version '" + value + "': " + why);
    }
  }
}
