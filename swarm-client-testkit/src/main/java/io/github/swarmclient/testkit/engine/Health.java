package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks after the health of one container: by the check of its service, or the image's script. */
final class Health {
  private static final Duration INTERVAL = Duration.ofSeconds(30);
  private static final Duration START_INTERVAL = Duration.ofSeconds(5);

  /** What a node does with a task in the meantime. */
  interface Caretaker {
    /** Goes on with the task after a while, if it is still what it was. */
    void later(Duration delay, Runnable step);

    /** The container is healthy for the first time. */
    void healthy();

    /** The container is no good any more. */
    void unhealthy();
  }

  private final Container container;
  private final Caretaker caretaker;
  private final JsonNode check;
  private final List<String> command;

  private Health(Container container, Caretaker caretaker) {
    this.container = container;
    this.caretaker = caretaker;
    this.check = check(container);
    this.command = command(check.path("Test"));
  }

  private static JsonNode check(Container container) {
    return Json.at(container.task.containerSpec(), "Healthcheck");
  }

  private static List<String> command(JsonNode test) {
    List<String> words = new ArrayList<>();
    test.forEach(word -> words.add(word.asText()));
    String kind = words.isEmpty() ? "" : words.remove(0);
    return kind.equals("CMD-SHELL") ? List.of("sh", "-c", String.join(" ", words)) : words;
  }

  /** Begins to look after a container that has just started, if anybody is to. */
  static void watch(Container container, Caretaker caretaker) {
    Duration scripted = container.script.healthyAfter;
    if (isOff(container) || (kind(container).isEmpty() && scripted == null)) {
      caretaker.healthy();
      return;
    }
    container.health = "starting";
    new Health(container, caretaker).begin(scripted);
  }

  private static String kind(Container container) {
    return check(container).path("Test").path(0).asText("");
  }

  /** Returns whether the service wants no check, whatever the image has. */
  static boolean isOff(Container container) {
    return kind(container).equals("NONE");
  }

  private void begin(@Nullable Duration scripted) {
    if (scripted == null) {
      caretaker.later(interval(), this::probe);
    } else {
      caretaker.later(scripted, this::passed);
    }
  }

  private void probe() {
    Integer code = new Shell(container, command, true).exit;
    if (code == null || code == 0) {
      passed();
    } else {
      failed();
    }
    if (container.running()) {
      caretaker.later(interval(), this::probe);
    }
  }

  private void passed() {
    container.failingStreak = 0;
    if (!container.health.equals("healthy")) {
      become("healthy");
      caretaker.healthy();
    }
  }

  private void failed() {
    if (isStarting()) {
      return;
    }
    container.failingStreak++;
    if (container.failingStreak >= Math.max(1, retries())) {
      become("unhealthy");
      caretaker.unhealthy();
    }
  }

  private long retries() {
    long retries = Json.number(check, 0, "Retries");
    return retries == 0 ? 3 : retries;
  }

  private void become(String health) {
    container.health = health;
    container.emit("health_status: " + health);
  }

  /** Returns whether failures do not count yet. */
  private boolean isStarting() {
    Duration since = Duration.between(container.startedAt, container.host.world().time().now());
    return container.health.equals("starting") && since.compareTo(period("StartPeriod")) < 0;
  }

  private Duration interval() {
    if (isStarting() && container.host.engineAtLeast(25)) {
      return orElse(period("StartInterval"), START_INTERVAL);
    }
    return orElse(period("Interval"), INTERVAL);
  }

  private static Duration orElse(Duration set, Duration otherwise) {
    return set.isZero() ? otherwise : set;
  }

  private Duration period(String name) {
    return Duration.ofNanos(Json.number(check, 0, name));
  }
}
