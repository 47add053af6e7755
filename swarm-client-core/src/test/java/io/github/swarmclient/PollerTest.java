package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.transport.NotConnectedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollerTest {
  private final FakeTime time = new FakeTime();
  private final AtomicInteger probes = new AtomicInteger();

  @Test
  void whatIsSoAlreadyIsNotWaitedFor() {
    assertThat(poller(Duration.ofSeconds(1)).until("test", () -> Optional.of("yes"), () -> "no"))
        .isEqualTo("yes");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void pausesGrowToASecondAndEndAtTheDeadline() {
    assertThatExceptionOfType(WaitException.class)
        .isThrownBy(() -> poller(Duration.ofMillis(3900)).until("test", this::never, () -> "no"))
        .withMessage("test failed: not within 3.9s: no");
    assertThat(time.sleeps().stream().map(Duration::toMillis))
        .containsExactly(200L, 400L, 800L, 1000L, 1000L, 500L);
    assertThat(probes).hasValue(7);
  }

  @Test
  void deadlineHoldsForAllWaitsOfOnePoller() {
    Poller poller = poller(Duration.ofSeconds(1));
    time.pass(Duration.ofSeconds(2));
    assertThatExceptionOfType(WaitException.class)
        .isThrownBy(() -> poller.until("test", this::never, () -> "no"));
    assertThat(time.sleeps()).isEmpty();
    assertThat(probes).hasValue(1);
    assertThat(poller.left()).isPositive();
  }

  @Test
  void momentaryTroubleIsRiddenOut() {
    assertThat(
            poller(Duration.ofMinutes(1))
                .until(
                    "test",
                    () ->
                        switch (probes.incrementAndGet()) {
                          case 1 ->
                              throw new TransportException(
                                  "probe", "m1", false, new NotConnectedException("refused", null));
                          case 2 ->
                              throw EngineErrors.toException(
                                  EngineAnswer.of(
                                      "probe", "m1", false, 500, "does not have a leader"));
                          case 3 ->
                              throw EngineErrors.toException(
                                  EngineAnswer.of(
                                      "probe", "m1", false, 503, "Manager is being prepared"));
                          default -> Optional.of("yes");
                        },
                    () -> "no"))
        .isEqualTo("yes");
  }

  @Test
  void troubleThatStaysIsTheCauseInTheEnd() {
    WaitException late =
        catchThrowableOfType(
            WaitException.class,
            () ->
                poller(Duration.ofMinutes(2))
                    .until(
                        "test",
                        () -> {
                          throw new TransportException(
                              "probe", "m1", false, new NotConnectedException("refused", null));
                        },
                        () -> "no"));
    assertThat(late)
        .hasMessage("test failed: not within 2m: at last, probe failed: refused")
        .hasCauseInstanceOf(TransportException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"This node is not part of a swarm", "Swarm is encrypted and locked."})
  void otherRefusalsEndTheWait(String text) {
    assertThatExceptionOfType(SwarmStateException.class)
        .isThrownBy(
            () ->
                poller(Duration.ofMinutes(2))
                    .until(
                        "test",
                        () -> {
                          throw EngineErrors.toException(
                              EngineAnswer.of("probe", "m1", false, 503, text));
                        },
                        () -> "no"));
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void interruptedWaitKeepsTheFlag() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(WaitException.class)
        .isThrownBy(() -> poller(Duration.ofMinutes(2)).until("test", this::never, () -> "no"))
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void waitOfNothingIsRefused(long seconds) {
    assertThatIllegalArgumentException().isThrownBy(() -> poller(Duration.ofSeconds(seconds)));
  }

  private Poller poller(Duration within) {
    return new Poller(time, within);
  }

  private Optional<String> never() {
    probes.incrementAndGet();
    return Optional.empty();
  }
}
