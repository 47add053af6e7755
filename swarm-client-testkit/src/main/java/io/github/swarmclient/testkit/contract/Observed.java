package io.github.swarmclient.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.testkit.internal.Wire;
import io.github.swarmclient.transport.SwarmTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Tests that look at services and tasks as engines send them, whatever the library makes of it. */
abstract class Observed extends SwarmContract {

  /** Begins a shell that runs a script, is not watched after updates, and ends at once. */
  final ServiceCreate shell(String name, String script) {
    return brisk(m.services().create(name).image("alpine").args("sh", "-c", script))
        .stopGracePeriod(Duration.ofSeconds(1));
  }

  /** Begins a shell whose tasks are not followed by others. */
  final ServiceCreate once(String name, String script) {
    return shell(name, script).restartPolicy(r -> r.condition(RestartCondition.NONE));
  }

  final JsonNode service(String name) {
    return Wire.get(host1, "/services/" + name);
  }

  /** Returns the tasks of a service that there still are, the oldest first. */
  final List<JsonNode> tasks(String service) {
    JsonNode all =
        Wire.get(host1, "/tasks?" + Wire.filters("{'service':{'" + service + "':true}}"));
    List<JsonNode> tasks = new ArrayList<>();
    all.forEach(tasks::add);
    tasks.sort(Comparator.comparing(task -> time(task.path("CreatedAt"))));
    return tasks;
  }

  final List<JsonNode> tasks(String service, Predicate<JsonNode> which) {
    return tasks(service).stream().filter(which).toList();
  }

  final long count(String service, Predicate<JsonNode> which) {
    return tasks(service, which).size();
  }

  /** Waits until a service has so many tasks of a kind. */
  final void untilCount(String service, Predicate<JsonNode> which, long count) {
    until(service + " has " + count + " such tasks", () -> count(service, which) == count);
  }

  /** Waits until a service has at least so many tasks of a kind, and returns them. */
  final List<JsonNode> untilAtLeast(String service, Predicate<JsonNode> which, int count) {
    until(service + " has " + count + " such tasks", () -> count(service, which) >= count);
    return tasks(service, which);
  }

  static String state(JsonNode task) {
    return task.at("/Status/State").asText();
  }

  static String desired(JsonNode task) {
    return task.path("DesiredState").asText();
  }

  static String err(JsonNode task) {
    return task.at("/Status/Err").asText();
  }

  static long slot(JsonNode task) {
    return task.path("Slot").asLong();
  }

  static Predicate<JsonNode> in(String state) {
    return task -> state(task).equals(state);
  }

  static boolean isRunning(JsonNode task) {
    return state(task).equals("running") && desired(task).equals("running");
  }

  static boolean isWanted(JsonNode task) {
    return List.of("ready", "running").contains(desired(task));
  }

  /** Returns the host names of the nodes on which the tasks of a service run, one for each. */
  final List<String> places(String service) {
    return m.services().tasks(service).running().stream().map(t -> t.node()).sorted().toList();
  }

  /** Waits for the task of a service that finds no place, and returns what the engine says. */
  final String untilPendingSays(String service, String text) {
    until(
        service + " says " + text,
        () -> count(service, t -> state(t).equals("pending") && err(t).equals(text)) > 0);
    return text;
  }

  static Instant time(JsonNode text) {
    return Instant.parse(text.asText());
  }

  /** Returns when a task came to its state, by the clock of its node. */
  static Instant since(JsonNode task) {
    return time(task.at("/Status/Timestamp"));
  }

  /** Returns what happened on docker01 from an instant until now. */
  final List<JsonNode> events(Instant since, String filters) {
    String target =
        "/events?since="
            + seconds(since)
            + "&until="
            + seconds(cluster.time().now())
            + "&"
            + Wire.filters(filters);
    String lines = new String(read(target), StandardCharsets.UTF_8);
    return lines.lines().filter(line -> !line.isBlank()).map(Wire::read).toList();
  }

  private byte[] read(String target) {
    try (SwarmTransport transport = host1.transport()) {
      return Wire.over(transport).get(target).expectSuccess().bytes();
    }
  }

  private static String seconds(Instant time) {
    return "%d.%09d".formatted(time.getEpochSecond(), time.getNano());
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
