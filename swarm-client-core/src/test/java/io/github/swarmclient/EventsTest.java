package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.EngineEvent;
import io.github.swarmclient.model.EventAction;
import io.github.swarmclient.model.EventType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventsTest {
  private final CannedEngine engine = new CannedEngine();
  private final FakeTime time = new FakeTime();
  private final SwarmClient client = SwarmClient.builder().transport(engine).time(time).build();

  private static String event(String type, String action, String name, long nanos) {
    return "{\"Type\":\""
        + type
        + "\",\"Action\":\""
        + action
        + "\",\"Actor\":{\"ID\":\"x1\",\"Attributes\":{\"name\":\""
        + name
        + "\"}},\"scope\":\"swarm\",\"time\":1,\"timeNano\":"
        + nanos
        + "}\n";
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A connection that breaks after a text. */
  private static InputStream broken(String text) {
    return new SequenceInputStream(bytes(text), new Broken());
  }

  private CannedEngine streams(InputStream body) {
    return engine.on("GET /events", 200, Map.of(), body);
  }

  private static String name(EngineEvent event) {
    return Objects.requireNonNull(event.actor()).attributes().getOrDefault("name", "");
  }

  @Test
  void eventsAreTyped() {
    streams(bytes(event("service", "update", "web", 7)));
    try (EventStream events = client.events().open()) {
      EngineEvent event = events.next();
      assertThat(event.type()).isEqualTo(EventType.SERVICE);
      assertThat(event.action()).isEqualTo(EventAction.UPDATE);
      assertThat(event.timeNano()).isEqualTo(7);
      assertThat(name(event)).isEqualTo("web");
      assertThat(events.hasNext()).isFalse();
      assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(engine.sent()).hasToString("[GET /events]");
    assertThat(engine.last().readTimeout()).isNull();
  }

  @Test
  void filtersAndTimesAreSent() {
    streams(bytes(""));
    client
        .events()
        .since(Instant.ofEpochSecond(1_795_450_607L, 5))
        .until(Instant.ofEpochSecond(1_795_450_608L))
        .of(EventType.SERVICE, "web")
        .type(EventType.NODE)
        .action(EventAction.CREATE)
        .scope("swarm")
        .label("a")
        .label("b", "c")
        .open()
        .close();
    assertThat(java.net.URLDecoder.decode(engine.last().target(), StandardCharsets.UTF_8))
        .isEqualTo(
            "/events?since=1795450607.000000005&until=1795450608.000000000&filters="
                + "{\"type\":[\"service\",\"node\"],\"service\":[\"web\"],\"event\":[\"create\"],"
                + "\"scope\":[\"swarm\"],\"label\":[\"a\",\"b=c\"]}");
    client.events().since(Duration.ofMinutes(1)).open().close();
    assertThat(engine.last().target())
        .isEqualTo("/events?since=" + (FakeTime.START.getEpochSecond() - 60) + ".000000000");
  }

  @Test
  void whatThisLibraryDoesNotKnowIsDelivered() {
    streams(
        bytes(
            "{\"Type\":\"quantum\",\"Action\":\"entangle\",\"Spin\":{\"a\":[1]},\"timeNano\":1}"
                + "\u001e{\"status\":\"start\",\"id\":\"c1\"}"));
    try (EventStream events = client.events().open()) {
      List<EngineEvent> all = events.events().toList();
      assertThat(all).hasSize(2);
      assertThat(all.get(0).type()).isEqualTo(EventType.of("quantum"));
      assertThat(all.get(0).action()).isEqualTo(EventAction.of("entangle"));
      assertThat(all.get(0).unknownFields()).containsKey("Spin");
    }
  }

  @Test
  void aCutAnywhereIsAnErrorAfterTheEventsBefore() {
    byte[] whole =
        (event("service", "create", "{\\\"", 1) + event("node", "update", "b", 2))
            .getBytes(StandardCharsets.UTF_8);
    int first = event("service", "create", "{\\\"", 1).length();
    for (int cut = 0; cut <= whole.length; cut++) {
      CannedEngine one = new CannedEngine();
      one.on("GET /events", 200, Arrays.copyOf(whole, cut));
      boolean between = cut == 0 || cut == first - 1 || cut == first || cut >= whole.length - 1;
      List<EngineEvent> seen = new ArrayList<>();
      try (EventStream events = one.client().events().open()) {
        if (between) {
          events.forEachRemaining(seen::add);
        } else {
          assertThatThrownBy(() -> events.forEachRemaining(seen::add))
              .as("cut at %d", cut)
              .isInstanceOf(MalformedResponseException.class)
              .hasMessageContaining("events failed");
        }
      }
      assertThat(seen).hasSize(cut < first - 1 ? 0 : cut < whole.length - 1 ? 1 : 2);
    }
  }

  @Test
  void aBrokenConnectionIsAnError() {
    streams(broken(event("node", "update", "a", 1)));
    try (EventStream events = client.events().open()) {
      assertThat(name(events.next())).isEqualTo("a");
      assertThatThrownBy(events::hasNext)
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("events failed")
          .hasMessageContaining("connection reset");
      assertThatThrownBy(events::hasNext).isInstanceOf(TransportException.class);
    }
  }

  @Test
  void anotherThreadEndsTheWaitByClosing() throws Exception {
    Silent silent = new Silent();
    streams(new SequenceInputStream(bytes(event("node", "update", "a", 1)), silent));
    EventStream events = client.events().open();
    assertThat(name(events.next())).isEqualTo("a");
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(events::hasNext);
    assertThat(silent.reading.await(10, TimeUnit.SECONDS)).isTrue();
    events.close();
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aFilterThatTheEngineDoesNotKnowIsAMistake() {
    engine.refuses("GET /events", 400, "invalid filter 'service'");
    assertThatThrownBy(() -> client.events().of(EventType.SERVICE, "web").open())
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> client.events().of(EventType.SERVICE, "web").reconnecting())
        .isInstanceOf(InvalidRequestException.class);
  }

  private static String told(SwarmEvent event) {
    return event.event().map(EventsTest::name).orElseGet(() -> "gap " + since(event));
  }

  private static Instant since(SwarmEvent event) {
    return event.gap().orElseThrow().since();
  }

  @Test
  void aWatchSaysWhereEventsMayBeMissingAndRepeatsNone() {
    streams(
        broken(
            event("node", "update", "a", 1_000_000_001L)
                + event("node", "update", "b", 2_000_000_002L)));
    streams(
        broken(
            event("node", "update", "b", 2_000_000_002L)
                + event("node", "create", "c", 2_000_000_002L)));
    streams(bytes(""));
    try (EventWatch watch = client.events().type(EventType.NODE).reconnecting()) {
      assertThat(watch.events().limit(5).map(EventsTest::told))
          .containsExactly(
              "a",
              "b",
              "gap 1970-01-01T00:00:02.000000002Z",
              "c",
              "gap 1970-01-01T00:00:02.000000002Z");
    }
    assertThat(engine.sent())
        .extracting(CannedEngine.Sent::target)
        .first()
        .isEqualTo("/events?filters=%7B%22type%22:%5B%22node%22%5D%7D");
    assertThat(engine.sent().get(1).target())
        .isEqualTo("/events?since=2.000000002&filters=%7B%22type%22:%5B%22node%22%5D%7D");
  }

  @Test
  void aGapSaysWhyThereIsOne() {
    streams(broken("")).on("GET /events", 200, Map.of(), bytes(""));
    try (EventWatch watch = client.events().reconnecting()) {
      EventGap broke = watch.next().gap().orElseThrow();
      assertThat(broke.since()).isEqualTo(FakeTime.START);
      assertThat(broke.cause().orElseThrow()).isInstanceOf(TransportException.class);
      EventGap ended = watch.next().gap().orElseThrow();
      assertThat(ended.cause()).isEmpty();
      assertThat(ended)
          .hasToString(
              "events may be missing since 2026-01-01T00:00:00Z: the engine ended the stream");
    }
  }

  @Test
  void aWatchWaitsForAnEngineThatIsGone() {
    streams(broken(event("node", "update", "a", 1)));
    engine
        .refuses("GET /events", 503, "the engine is starting")
        .refuses(
            "GET /events", 500, "rpc error: code = Unknown desc = The swarm does not have a leader")
        .on("GET /events", 200, Map.of(), bytes(event("node", "update", "b", 2)));
    try (EventWatch watch = client.events().reconnecting()) {
      assertThat(watch.next().event()).isPresent();
      assertThat(watch.next().gap()).isPresent();
      assertThat(name(watch.next().event().orElseThrow())).isEqualTo("b");
    }
    assertThat(engine.sent()).hasSize(4);
    assertThat(time.now()).isAfter(FakeTime.START);
  }

  @Test
  void aWatchEndsAtItsTimeAndWhereItIsClosed() {
    streams(bytes(event("node", "update", "a", 1)));
    try (EventWatch watch = client.events().until(Instant.ofEpochSecond(9)).reconnecting()) {
      assertThat(watch.events()).hasSize(1);
      assertThat(watch.hasNext()).isFalse();
    }
    EventWatch closed = client.events().reconnecting();
    closed.close();
    assertThat(closed.hasNext()).isFalse();
    assertThatThrownBy(closed::next).isInstanceOf(NoSuchElementException.class);
    assertThat(engine.sent()).hasSize(2);
  }

  @Test
  void whatTheEngineRefusesForGoodIsNotTriedAgain() {
    streams(broken("")).refuses("GET /events", 403, "authorization denied by plugin");
    try (EventWatch watch = client.events().reconnecting()) {
      assertThatThrownBy(watch::hasNext).isInstanceOf(DeniedException.class);
    }
  }
}
