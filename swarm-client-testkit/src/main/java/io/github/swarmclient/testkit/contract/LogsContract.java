package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.testkit.internal.Wire;
import io.github.swarmclient.transport.SwarmTransport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What containers have written, as engines send it. */
abstract class LogsContract extends Observed {
  private static final String BOTH = "?stdout=true&stderr=true";

  /** A line, and the number of the stream it was written to. */
  private record Line(int stream, String text) {}

  private Wire.Answer answer(String target) {
    try (SwarmTransport transport = host1.transport()) {
      return Wire.over(transport).get(target);
    }
  }

  private List<Line> lines(String target) {
    ByteBuffer bytes = ByteBuffer.wrap(answer(target).expectSuccess().bytes());
    List<Line> lines = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int stream = bytes.getInt() >>> 24;
      byte[] text = new byte[bytes.getInt()];
      bytes.get(text);
      lines.add(new Line(stream, new String(text, StandardCharsets.UTF_8)));
    }
    return lines;
  }

  private List<String> texts(String target) {
    return lines(target).stream().map(Line::text).toList();
  }

  /** Starts a task that writes five lines to one stream and two to the other. */
  private void talker(String name) {
    String script =
        "echo out 1; echo out 2; echo out 3; echo out 4; echo out 5;"
            + " echo err 1 >&2; echo err 2 >&2";
    shell(name, script + "; sleep 1000").await();
    untilWritten(name, 7);
  }

  private void untilWritten(String service, int lines) {
    until(
        service + " has written it",
        () -> texts("/services/" + service + "/logs" + BOTH).size() >= lines);
  }

  @Test
  void eachStreamIsAskedForByItself() {
    talker("app");
    assertThat(texts("/services/app/logs?stdout=true"))
        .containsExactly("out 1\n", "out 2\n", "out 3\n", "out 4\n", "out 5\n");
    assertThat(lines("/services/app/logs?stderr=true"))
        .containsExactly(new Line(2, "err 1\n"), new Line(2, "err 2\n"));
    assertThat(lines("/services/app/logs" + BOTH)).hasSize(7).contains(new Line(1, "out 5\n"));
    assertThat(texts("/tasks/" + tasks("app").get(0).path("ID").asText() + "/logs?stdout=true"))
        .hasSize(5);
  }

  @Test
  void theLastLinesAreThoseOfBothStreams() {
    talker("app");
    String logs = "/services/app/logs" + BOTH + "&tail=";
    assertThat(texts(logs + "2")).hasSize(2);
    assertThat(texts(logs + "all")).hasSize(7);
    assertThat(texts(logs + "100")).hasSize(7);
    assertThat(texts(logs + "0")).isEmpty();
  }

  @Test
  void detailsSayWhoHasWrittenIt() {
    shell("app", "echo hello; sleep 1000").await();
    untilWritten("app", 1);
    String task = tasks("app").get(0).path("ID").asText();
    String node = tasks("app").get(0).path("NodeID").asText();
    String service = service("app").path("ID").asText();
    assertThat(texts("/services/app/logs?stdout=true&details=true"))
        .containsExactly(
            "com.docker.swarm.node.id="
                + node
                + ",com.docker.swarm.service.id="
                + service
                + ",com.docker.swarm.task.id="
                + task
                + " hello\n");
  }

  @Test
  void timestampsComeFirstInNanoseconds() {
    Instant begun = cluster.time().now();
    shell("app", "echo hello; sleep 1000").await();
    untilWritten("app", 1);
    String line = texts("/services/app/logs?stdout=true&timestamps=true&details=true").get(0);
    assertThat(line)
        .matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z com\\..* hello\n");
    Instant written = Instant.parse(line.substring(0, 30));
    assertThat(written).isBetween(begun.minusSeconds(1), cluster.time().now());
  }

  @Test
  void whatWasWrittenBeforeIsLeftOut() {
    shell("app", "echo early; sleep 2; echo late; sleep 1000").await();
    untilWritten("app", 2);
    List<String> stamped = texts("/services/app/logs?stdout=true&timestamps=true");
    Instant early = Instant.parse(stamped.get(0).substring(0, 30));
    String since = "&since=" + early.plus(ofSeconds(1)).getEpochSecond();
    assertThat(texts("/services/app/logs?stdout=true" + since)).containsExactly("late\n");
    String future = "&since=" + cluster.time().now().plusSeconds(1000).getEpochSecond();
    assertThat(texts("/services/app/logs?stdout=true" + future)).isEmpty();
    // Of services no engine knows an end.
    assertThat(texts("/services/app/logs?stdout=true&until=1")).hasSize(2);
  }

  @Test
  void allTasksOfAServiceAreHeard() {
    shell("app", "echo $SLOT; echo again; sleep 1000")
        .env("SLOT", "slot {{.Task.Slot}}")
        .replicas(3)
        .await();
    untilWritten("app", 6);
    assertThat(texts("/services/app/logs?stdout=true"))
        .hasSize(6)
        .contains("slot 1\n", "slot 2\n", "slot 3\n");
    // So many lines of each.
    assertThat(texts("/services/app/logs?stdout=true&tail=1"))
        .containsExactly("again\n", "again\n", "again\n");
  }

  @Test
  void whatTasksHaveWrittenThatEndedIsHeardToo() {
    once("app", "echo last words; exit 1").execute();
    untilAtLeast("app", in("failed"), 1);
    untilWritten("app", 1);
    assertThat(texts("/services/app/logs?stdout=true")).containsExactly("last words\n");
  }

  @Test
  void aTerminalHasOneStreamWithoutFrames() {
    shell("app", "echo out; echo err >&2; sleep 1000").tty(true).await();
    until("it has written", () -> answer("/services/app/logs?stdout=true").text().length() >= 10);
    Wire.Answer logs = answer("/services/app/logs?stdout=true");
    assertThat(logs.text()).isEqualTo("out\r\nerr\r\n");
    assertThat(logs.headers().get("Content-Type"))
        .isEqualTo(atLeast(23) ? "application/vnd.docker.raw-stream" : null);
  }

  @Test
  void theTypeOfTheAnswerIsThatOfItsFrames() {
    shell("app", "echo hello; sleep 1000").await();
    assertThat(answer("/services/app/logs?stdout=true").headers().get("Content-Type"))
        .isEqualTo(atLeast(23) ? "application/vnd.docker.multiplexed-stream" : null);
  }

  @Test
  void whoAsksForNoStreamIsRefused() {
    sleeper("app").constraint(NOWHERE).execute();
    Wire.Answer refused = answer("/services/app/logs");
    assertThat(refused.status()).isEqualTo(atLeast(29) ? 400 : 500);
    assertThat(refused.message()).isEqualTo("Bad parameters: you must choose at least one stream");
    assertThat(answer("/services/nosuch/logs?stdout=true").status()).isEqualTo(404);
    assertThat(answer("/tasks/nosuch/logs?stdout=true").status()).isEqualTo(404);
    assertThat(answer("/services/app/logs?stdout=true").bytes()).isEmpty();
  }

  @Test
  void whoFollowsHearsWhatIsWrittenLater() {
    shell("app", "while true; do sleep 1; echo tick; done").await();
    try (var logs = m.services().logs("app").follow().open()) {
      assertThat(logs.lines().limit(3).map(line -> line.text().strip()).toList())
          .containsExactly("tick", "tick", "tick");
    }
  }
}
