package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRequestTest {
  private static final String PLAIN = "{\"Spec\":{}}";

  private final CannedEngine engine =
      new CannedEngine()
          .on("GET /services/web", 200, PLAIN)
          .on("GET /services/web/logs", 200, "")
          .on("GET /tasks/t1", 200, PLAIN)
          .on("GET /tasks/t1/logs", 200, "");

  private LogRequest service() {
    return LogRequest.ofService(engine.client().calls(), "web");
  }

  @Test
  void asksForBothStreamsWithTimesAndDetails() {
    service().open().close();
    assertThat(engine.sent())
        .hasToString(
            "[GET /services/web,"
                + " GET /services/web/logs?stdout=1&stderr=1&timestamps=1&details=1]");
    assertThat(engine.last().readTimeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aFollowedLogMayBeSilentForEver() {
    service()
        .follow()
        .tail(100)
        .since(Instant.parse("2026-11-23T16:27:02.000260421Z"))
        .stderr()
        .open()
        .close();
    assertThat(engine.last())
        .hasToString(
            "GET /services/web/logs?stderr=1&follow=1&timestamps=1&details=1"
                + "&since=1795451222.000260421&tail=100");
    assertThat(engine.last().readTimeout()).isNull();
  }

  @Test
  void bothStreamsCanBeNamed() {
    service().stdout().stderr().tail(0).open().close();
    assertThat(engine.last().target())
        .isEqualTo("/services/web/logs?stdout=1&stderr=1&timestamps=1&details=1&tail=0");
    service().stdout().open().close();
    assertThat(engine.last().target())
        .isEqualTo("/services/web/logs?stdout=1&timestamps=1&details=1");
  }

  @Test
  void aSpanIsSubtractedFromNow() {
    Instant earliest = Instant.now().minusSeconds(60);
    service().since(Duration.ofMinutes(1)).open().close();
    String since = engine.last().target().replaceFirst(".*since=(\\d+)\\..*", "$1");
    assertThat(Long.parseLong(since))
        .isBetween(earliest.getEpochSecond(), Instant.now().getEpochSecond() - 59);
  }

  @Test
  void tasksHaveLogsToo() {
    engine.client().tasks().logs("t1").open().close();
    assertThat(engine.sent())
        .hasToString(
            "[GET /tasks/t1, GET /tasks/t1/logs?stdout=1&stderr=1&timestamps=1&details=1]");
  }

  @Test
  void aServiceThatIsNotThereIsNotFound() {
    engine.refuses("GET /services/nope", 404, "service nope not found");
    LogRequest request = LogRequest.ofService(engine.client().calls(), "nope");
    assertThatThrownBy(request::open)
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("logs of service nope failed: service nope not found");
  }

  @Test
  void aRefusalOfTheLogItselfIsAnError() {
    CannedEngine refusing =
        new CannedEngine()
            .on("GET /services/web", 200, PLAIN)
            .refuses("GET /services/web/logs", 501, "logs command is not supported");
    LogRequest request = LogRequest.ofService(refusing.client().calls(), "web");
    assertThatThrownBy(request::open)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("not supported");
  }

  @Test
  void aNegativeTailIsRefused() {
    assertThatThrownBy(() -> service().tail(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a/b", "../swarm", "a%2fb", "a?b", "a#b", "a\nb"})
  void hostileNamesAreRefusedBeforeAnythingIsSent(String name) {
    assertThatThrownBy(() -> LogRequest.ofService(engine.client().calls(), name).open())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.client().tasks().logs(name).open())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.client().tasks().inspect(name))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.client().tasks().exec(name, "ls"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(engine.sent()).isEmpty();
  }
}
