package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.TimeSource;
import io.github.swarmclient.testkit.internal.Mending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How engines become one swarm again that real ones alone bring into the states it is for. */
class MendingTest {
  private final List<String> done = new ArrayList<>();
  private final EmbeddedSwarm engines = EmbeddedSwarm.start("docker01");
  private final TimeSource time = engines.time();

  private boolean form(BooleanSupplier meshed) {
    return Mending.form(time, () -> done.add("form"), meshed, () -> done.add("anew"));
  }

  @Test
  void whatIsRightIsFormedOnce() {
    Instant begin = time.now();
    assertThat(form(() -> time.now().isAfter(begin.plusSeconds(5)))).isTrue();
    assertThat(done).containsExactly("form");
  }

  @Test
  void enginesThatDoNotJoinTheMeshStartAnew() {
    assertThat(form(() -> done.contains("anew"))).isTrue();
    assertThat(done).containsExactly("form", "anew", "form");
  }

  @Test
  void whoNeverJoinsItIsGivenUp() {
    Instant begin = time.now();
    assertThat(form(() -> false)).isFalse();
    assertThat(done).containsExactly("form", "anew", "form");
    assertThat(time.now()).isBefore(begin.plus(Duration.ofMinutes(1)));
  }

  @Test
  void aSwarmThatCannotBeFormedIsFormedAnew() {
    Runnable once =
        () -> {
          done.add("form");
          if (done.size() == 1) {
            askForNodes();
          }
        };
    assertThat(Mending.form(time, once, () -> true, () -> done.add("anew"))).isTrue();
    assertThat(done).containsExactly("form", "anew", "form");
  }

  /** It is in no swarm, and says so. */
  private void askForNodes() {
    try (SwarmClient client = engines.node("docker01").connect()) {
      client.nodes().list();
    }
  }

  @Test
  void whatIsNoMatterOfTheSwarmIsThrown() {
    assertThatThrownBy(
            () ->
                Mending.form(
                    time,
                    () -> {
                      throw new IllegalStateException("no such engine");
                    },
                    () -> true,
                    () -> done.add("anew")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(done).isEmpty();
  }
}
