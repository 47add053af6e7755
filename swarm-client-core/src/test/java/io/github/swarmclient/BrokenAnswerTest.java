package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A connection that breaks is told from an answer that is wrong, wherever in the JSON it breaks.
 */
class BrokenAnswerTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "[", "[{\"ID\":", "[{\"ID\":\"a\",\"Spec\":{\"Labels\":{\"a\":\"b"})
  void isNoAnswer(String begun) {
    CannedEngine engine = new CannedEngine("m1");
    byte[] bytes = begun.getBytes(StandardCharsets.UTF_8);
    engine.on(
        "GET /nodes",
        200,
        Map.of(),
        new SequenceInputStream(new ByteArrayInputStream(bytes), new Broken()));

    try (SwarmClient swarm = SwarmClient.over(engine)) {
      assertThatThrownBy(() -> swarm.nodes().list())
          .isInstanceOfSatisfying(
              TransportException.class,
              broken -> {
                assertThat(broken).hasCauseInstanceOf(IOException.class);
                assertThat(broken).hasMessageContaining("connection reset");
                assertThat(broken.mayHaveExecuted()).isFalse();
              });
    }
  }
}
