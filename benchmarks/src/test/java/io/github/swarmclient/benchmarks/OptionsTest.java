package io.github.swarmclient.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void valuesAndSwitchesAreRead() {
    String[] args = {"--rounds", "6", "--shared"};
    Options options = Options.of(args, "rounds", "killed", "shared!");
    assertThat(options.number("rounds", 100)).isEqualTo(6);
    assertThat(options.number("killed", 20)).isEqualTo(20);
    assertThat(options.is("shared")).isTrue();
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertThatThrownBy(() -> Options.of(new String[] {"--runs", "1"}, "rounds"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--runs")
        .hasMessageContaining("--rounds");
    Options options = Options.of(new String[] {"--rounds", "many"}, "rounds");
    assertThatThrownBy(() -> options.number("rounds", 1)).hasMessageContaining("many");
  }
}
