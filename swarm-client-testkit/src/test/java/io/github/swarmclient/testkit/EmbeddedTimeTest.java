package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.EventStream;
import io.github.swarmclient.LogLine;
import io.github.swarmclient.LogStream;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.EngineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** How time passes in embedded swarms while someone waits. */
@Timeout(30)
class EmbeddedTimeTest {
  private static final String EVERY_SECOND = "while true; do echo tick; sleep 1; done";

  private static SwarmClient manager(EmbeddedSwarm swarm) {
    SwarmClient client = swarm.node("docker01").connect();
    client.init().execute();
    return client;
  }

  private static void ticking(SwarmClient client, String pause) {
    client
        .services()
        .create("clock")
        .image("alpine")
        .args("sh", "-c", EVERY_SECOND.replace("1", pause))
        .execute();
  }

  @Test
  void whoFollowsALogLetsTimePass() {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01");
        SwarmClient client = manager(swarm)) {
      ticking(client, "1");
      Instant begin = swarm.time().now();
      try (LogStream logs = client.services().logs("clock").follow().open()) {
        List<LogLine> lines = logs.lines().limit(60).toList();
        assertThat(lines).hasSize(60);
        Instant first = Objects.requireNonNull(lines.get(0).timestamp());
        assertThat(lines.get(59).timestamp()).isEqualTo(first.plusSeconds(59));
      }
      Duration passed = Duration.between(begin, swarm.time().now());
      assertThat(passed).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
    }
  }

  @Test
  void whoFollowsWhatComesLateWaitsForIt() {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01");
        SwarmClient client = manager(swarm)) {
      ticking(client, "5000");
      try (LogStream logs = client.services().logs("clock").follow().open()) {
        assertThat(logs.lines().limit(3).toList()).hasSize(3);
      }
    }
  }

  @Test
  void whoWaitsForEventsLetsTimePass() {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01");
        SwarmClient client = manager(swarm)) {
      client.services().create("web").image("nginx").execute();
      Instant end = swarm.time().now().plusSeconds(20);
      try (EventStream events = client.events().until(end).open()) {
        assertThat(events.events().map(EngineEvent::action).map(String::valueOf))
            .contains("create", "start");
      }
      assertThat(swarm.time().now()).isEqualTo(end);
    }
  }

  @Test
  void aThreadThatFollowsDoesNotHangWhileTheOthersWaitForIt() throws Exception {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01");
        SwarmClient client = manager(swarm)) {
      ticking(client, "1");
      CountDownLatch three = new CountDownLatch(3);
      LogStream logs = client.services().logs("clock").follow().open();
      CompletableFuture<Void> reader =
          CompletableFuture.runAsync(() -> logs.lines().limit(3).forEach(l -> three.countDown()));
      assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
      reader.get(5, TimeUnit.SECONDS);
      logs.close();
    }
  }

  @Test
  void whoFollowsDoesNotLetTimeRunAwayFromOthers() throws Exception {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01");
        SwarmClient client = manager(swarm)) {
      ticking(client, "1");
      swarm.advance(Duration.ofSeconds(5));
      try (EventStream events = client.events().scope("swarm").open()) {
        CountDownLatch waiting = new CountDownLatch(1);
        var reader =
            CompletableFuture.supplyAsync(
                () -> {
                  waiting.countDown();
                  return events.hasNext();
                });
        waiting.await();
        Instant begin = swarm.time().now();
        for (int i = 0; i < 1_000; i++) {
          client.services().list();
        }
        assertThat(Duration.between(begin, swarm.time().now())).isLessThan(Duration.ofMinutes(1));
        client.secrets().create("key").data("x").execute();
        assertThat(reader.get(5, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  @ResourceLock(Resources.GLOBAL) // as other tests start threads
  void realTimePassesByItselfAndNeedsNoThread() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Instant begin = Instant.now();
    try (EmbeddedSwarm swarm = EmbeddedSwarm.builder().host("docker01").realTime().start();
        SwarmClient client = manager(swarm)) {
      assertThat(swarm.time().now()).isAfterOrEqualTo(begin);
      ticking(client, "0.1");
      try (LogStream logs = client.services().logs("clock").follow().open()) {
        List<LogLine> lines = logs.lines().limit(3).toList();
        assertThat(lines.get(2).timestamp()).isAfterOrEqualTo(begin.plusMillis(200));
      }
      swarm.advance(Duration.ofHours(1));
      assertThat(swarm.time().now()).isAfter(begin.plusSeconds(3600));
      assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
    }
  }

  @Test
  @SuppressWarnings("try") // closed early on purpose
  void aFollowerEndsWithItsEngine() throws Exception {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.builder().host("docker01").realTime().start();
        SwarmClient client = manager(swarm);
        EventStream events = client.events().open()) {
      var reader = CompletableFuture.supplyAsync(events::hasNext);
      swarm.close();
      assertThat(reader).failsWithin(Duration.ofSeconds(10));
    }
  }
}
