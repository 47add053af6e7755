package io.github.swarmclient.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void theWorstDecides() {
    List<Duration> taken =
        List.of(Duration.ofMillis(60), Duration.ofMillis(20), Duration.ofMillis(30));
    Samples samples = new Samples("start", taken, Duration.ofMillis(50));
    assertThat(samples.median()).isEqualTo(Duration.ofMillis(30));
    assertThat(samples.worst()).isEqualTo(Duration.ofMillis(60));
    assertThat(samples.ok()).isFalse();
    assertThat(samples.row()).contains("30.0 ms", "60.0 ms", "50.0 ms", "MISSED");
    assertThat(new Samples("start", taken, Duration.ofMillis(60)).row()).endsWith("ok");
  }
}
