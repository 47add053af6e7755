package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Supplier;

/** What the builder of every kind of cluster refuses. */
final class BadBuilders {
  private BadBuilders() {}

  static void areRefused(Supplier<? extends SwarmBuilder<?>> builder) {
    assertThatThrownBy(() -> builder.get().managers(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("managers(0)");
    assertThatThrownBy(() -> builder.get().workers(2).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("managers(1)");
    assertThatThrownBy(() -> builder.get().start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no engine was asked for");
    assertThatThrownBy(() -> builder.get().managers(1).engine("1.13").start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("engine(\"1.13\")")
        .hasMessageContaining("28");
    assertThatThrownBy(() -> builder.get().imageTar(Path.of("/nowhere.tar")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/nowhere.tar")
        .hasMessageContaining("docker save");
    assertThatThrownBy(() -> builder.get().managers(1).imageTar(Path.of("/proc/version")).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/proc/version cannot be loaded");
  }
}
