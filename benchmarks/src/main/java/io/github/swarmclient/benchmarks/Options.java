package io.github.swarmclient.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a program was called with: {@code --name value}, and {@code --name} alone for switches. */
final class Options {
  private final Map<String, String> values = new HashMap<>();

  private Options() {}

  /**
   * Reads the arguments of a program.
   *
   * @param known the names that it takes; those of switches end with {@code !}
   * @throws IllegalArgumentException if there is another, or one without a value
   */
  static Options of(String[] args, String... known) {
    List<String> names = List.of(known);
    Options options = new Options();
    for (int i = 0; i < args.length; i++) {
      String name = args[i].replaceFirst("^--", "");
      if (names.contains(name + "!")) {
        options.values.put(name, "true");
      } else if (names.contains(name) && args[i].startsWith("--") && i + 1 < args.length) {
        options.values.put(name, args[++i]);
      } else {
        throw new IllegalArgumentException(
            "cannot make sense of " + args[i] + "; there are: --" + String.join(", --", names));
      }
    }
    return options;
  }

  String text(String name, String otherwise) {
    return Objects.requireNonNullElse(values.get(name), otherwise);
  }

  /** Returns a number, which is at least 0. */
  int number(String name, int otherwise) {
    String text = text(name, Integer.toString(otherwise));
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("--" + name + " is " + text + "; expected a number");
    }
    return Integer.parseInt(text);
  }

  boolean is(String name) {
    return values.containsKey(name);
  }
}
