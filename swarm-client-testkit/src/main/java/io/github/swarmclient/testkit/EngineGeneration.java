package io.github.swarmclient.testkit;

import java.util.List;

/**
 * A generation of engines, and the release that stands for it.
 *
 * @param name how it is asked for: {@code 20.10}, {@code 28}
 */
record EngineGeneration(String name, String engineVersion) {
  private static final List<EngineGeneration> ALL =
      List.of(
          new EngineGeneration("20.10", "20.10.24"),
          new EngineGeneration("23", "23.0.6"),
          new EngineGeneration("24", "24.0.9"),
          new EngineGeneration("25", "25.0.5"),
          new EngineGeneration("26", "26.1.5"),
          new EngineGeneration("27", "27.5.1"),
          new EngineGeneration("28", "28.5.2"),
          new EngineGeneration("29", "29.7.2"));

  /**
   * Returns a generation.
   *
   * @throws IllegalArgumentException if there is none of that name, with those that there are
   */
  static EngineGeneration of(String name) {
    return ALL.stream()
        .filter(generation -> generation.name.equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, ALL.stream().map(EngineGeneration::name).toList()));
  }

  /** Says which there are in place of one that is not. */
  static IllegalArgumentException unknown(String name, List<String> there) {
    return new IllegalArgumentException(
        "there is no engine(\"" + name + "\") here; there are " + String.join(", ", there));
  }
}
