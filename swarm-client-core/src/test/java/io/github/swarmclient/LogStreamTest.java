package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LogStreamTest {
  private static final String STAMP = "2026-11-23T16:27:02.136260421Z ";
  private static final String DETAILS =
      "com.docker.swarm.node.id=n1,com.docker.swarm.service.id=s1,com.docker.swarm.task.id=t1 ";
  private static final String PREFIX = STAMP + DETAILS;

  private static LogStream open(boolean terminal, byte[] bytes) {
    return open(terminal, new ByteArrayInputStream(bytes));
  }

  private static LogStream open(boolean terminal, InputStream body) {
    CannedEngine engine =
        new CannedEngine()
            .on("GET /services/web", 200, service(terminal))
            .on("GET /services/web/logs", 200, Map.of(), body);
    return LogRequest.ofService(engine.client().calls(), "web").open();
  }

  private static String service(boolean terminal) {
    return "{\"Spec\":{\"TaskTemplate\":{\"ContainerSpec\":{\"TTY\":" + terminal + "}}}}";
  }

  private static List<String> texts(LogStream stream) {
    List<String> texts = new ArrayList<>();
    stream.forEachRemaining(line -> texts.add(line.source() + " " + line));
    return texts;
  }

  @Test
  void aLineHasItsTaskItsTimeAndItsSource() {
    byte[] bytes =
        new Frames()
            .frame(1, PREFIX + "GET / 200\n")
            .frame(2, PREFIX + "oops\r\n")
            .frame(1, PREFIX + "\n")
            .bytes();
    try (LogStream stream = open(false, bytes)) {
      LogLine first = stream.next();
      assertThat(first.source()).isEqualTo(LogSource.STDOUT);
      assertThat(first.timestamp()).isEqualTo(Instant.parse("2026-11-23T16:27:02.136260421Z"));
      assertThat(first.nodeId()).isEqualTo("n1");
      assertThat(first.serviceId()).isEqualTo("s1");
      assertThat(first.taskId()).isEqualTo("t1");
      assertThat(first.text()).isEqualTo("GET / 200");
      assertThat(first.partial()).isFalse();
      assertThat(stream.next()).hasToString("oops");
      assertThat(stream.next().text()).isEmpty();
      assertThat(stream.hasNext()).isFalse();
      assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void detailsAreUnescapedAndSharedByTheLinesOfATask() {
    String details = "a%2Cb=c%3Dd+e,com.docker.swarm.task.id=t%C3%A9,empty=,bad=%zz ";
    byte[] bytes =
        new Frames().frame(1, STAMP + details + "x=1 y\n").frame(1, STAMP + details + "2").bytes();
    try (LogStream stream = open(false, bytes)) {
      LogLine line = stream.next();
      assertThat(line.details())
          .containsExactly(
              Map.entry("a,b", "c=d e"),
              Map.entry("com.docker.swarm.task.id", "té"),
              Map.entry("empty", ""),
              Map.entry("bad", "%zz"));
      assertThat(line.text()).isEqualTo("x=1 y");
      LogLine second = stream.next();
      assertThat(second.details()).isSameAs(line.details());
      assertThat(second.partial()).isTrue();
    }
  }

  @Test
  void aLineWithoutWhatWasAskedForIsAllMessage() {
    byte[] bytes =
        new Frames()
            .frame(1, "plain text\n")
            .frame(1, STAMP + " no details\n")
            .frame(1, STAMP + "nothing else\n")
            .frame(1, "2026-99-23T16:27:02.1Z a=b c\n")
            .frame(1, "2026-11-23T16:27:02Z")
            .frame(1, "2026-11-23T16:27:02.")
            .frame(1, "\n")
            .frame(1, new byte[0])
            .bytes();
    try (LogStream stream = open(false, bytes)) {
      assertThat(texts(stream))
          .containsExactly(
              "STDOUT plain text",
              "STDOUT no details",
              "STDOUT nothing else",
              "STDOUT 2026-99-23T16:27:02.1Z a=b c",
              "STDOUT 2026-11-23T16:27:02Z",
              "STDOUT 2026-11-23T16:27:02.",
              "STDOUT ");
    }
  }

  @Test
  void timesAreThoseThatTheTextSays() {
    List<String> times =
        List.of(
            "1970-01-01T00:00:00.000000000Z",
            "2000-02-29T23:59:59.999999999Z",
            "2024-02-29T12:00:00.000000001Z",
            "2024-03-01T00:00:00.100000000Z",
            "1900-03-01T00:00:00Z",
            "2100-12-31T23:59:59.5Z",
            "0001-01-01T00:00:00Z");
    Frames frames = new Frames();
    times.forEach(time -> frames.frame(1, time + " a=b x\n"));
    try (LogStream stream = open(false, frames.bytes())) {
      assertThat(stream.lines().map(LogLine::timestamp).toList())
          .isEqualTo(times.stream().map(Instant::parse).toList());
    }
  }

  @Test
  void aCutAnywhereIsAnErrorAfterTheLinesBefore() {
    Frames frames = new Frames();
    List<Integer> ends = new ArrayList<>(List.of(0));
    for (int i = 0; i < 4; i++) {
      frames.frame(1 + i % 2, PREFIX + "line " + i + "\n");
      ends.add(frames.bytes().length);
    }
    byte[] whole = frames.bytes();
    for (int cut = 0; cut <= whole.length; cut++) {
      int at = cut;
      List<String> seen = new ArrayList<>();
      try (LogStream stream = open(false, Arrays.copyOf(whole, cut))) {
        Runnable read = () -> stream.forEachRemaining(line -> seen.add(line.text()));
        if (ends.contains(cut)) {
          read.run();
        } else {
          assertThatThrownBy(read::run)
              .as("cut at %d", cut)
              .isInstanceOf(MalformedResponseException.class)
              .hasMessageContaining("logs of service web failed")
              .hasMessageContaining("ended");
          // Asked again, a broken stream is still no end.
          assertThatThrownBy(stream::hasNext).isInstanceOf(MalformedResponseException.class);
        }
      }
      assertThat(seen).hasSize((int) ends.stream().filter(end -> end > 0 && end <= at).count());
    }
  }

  @Test
  void howTheBytesArriveDoesNotMatter() {
    byte[] whole =
        new Frames().frame(1, PREFIX + "one\n").frame(2, PREFIX + "two\n").frame(1, "3").bytes();
    for (int size = 1; size <= whole.length; size++) {
      try (LogStream stream = open(false, new Dripping(whole, size))) {
        assertThat(texts(stream)).containsExactly("STDOUT one", "STDERR two", "STDOUT 3");
      }
      try (LogStream stream =
          open(true, new Dripping("a\r\nb\nc".getBytes(StandardCharsets.UTF_8), size))) {
        assertThat(texts(stream)).containsExactly("STDOUT a", "STDOUT b", "STDOUT c");
      }
    }
  }

  @Test
  void whatTheEngineSaysOfMissingLinesIsAnErrorAfterTheLinesBefore() {
    String text =
        "Error grabbing logs: rpc error: code = Unknown desc = warning: incomplete log"
            + " stream. some logs could not be retrieved: node n2 is not available";
    byte[] bytes = new Frames().frame(1, PREFIX + "one\n").frame(3, text).bytes();
    try (LogStream stream = open(false, bytes)) {
      assertThat(stream.next().text()).isEqualTo("one");
      assertThatThrownBy(stream::hasNext)
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> assertThat(e.engineMessage()).contains("node n2 is not available"))
          .hasMessageContaining("node n2 is not available");
    }
  }

  @Test
  void whatIsNoFrameIsRefused() {
    for (int stream : new int[] {0, 4, 255, 'G'}) {
      try (LogStream log = open(false, new Frames().frame(stream, "x").bytes())) {
        assertThatThrownBy(log::hasNext)
            .isInstanceOf(MalformedResponseException.class)
            .hasMessageContaining("no frame");
      }
    }
    byte[] notZero = new Frames().frame(1, "x").bytes();
    notZero[2] = 1;
    try (LogStream log = open(false, notZero)) {
      assertThatThrownBy(log::hasNext).isInstanceOf(MalformedResponseException.class);
    }
  }

  @Test
  void aClaimedLengthAllocatesNothing() {
    for (long length : new long[] {0xffffffffL, 0x80000000L, (64L << 20) + 1}) {
      try (LogStream log = open(false, new Frames().header(1, length).bytes())) {
        assertThatThrownBy(log::hasNext)
            .isInstanceOf(MalformedResponseException.class)
            .hasMessageContaining("" + length);
      }
    }
    // Each would be 60 MiB, and all of them more than any heap of a test.
    List<LogStream> waiting = new ArrayList<>();
    byte[] bytes = new Frames().header(1, 60 << 20).bytes();
    for (int i = 0; i < 200; i++) {
      LogStream log = open(false, bytes);
      assertThatThrownBy(log::hasNext).isInstanceOf(MalformedResponseException.class);
      waiting.add(log);
    }
    waiting.forEach(LogStream::close);
  }

  @Test
  void aClaimedLengthIsReadWithinSixtyFourKibibytes() {
    for (long length : new long[] {0xffffffffL, 60 << 20}) {
      Measured body = new Measured(new Frames().frame(1, "one\n").header(1, length).bytes());
      try (LogStream log = open(false, body)) {
        assertThat(log.next()).hasToString("one");
        assertThatThrownBy(log::hasNext).isInstanceOf(MalformedResponseException.class);
      }
      assertThat(body.largest).isBetween(1, 64 << 10);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100, 500})
  void theLinesOfManyTasksInterleave(int tasks) {
    int lines = 20;
    Random order = new Random(tasks);
    int[] sent = new int[tasks];
    Frames frames = new Frames();
    for (int left = tasks * lines; left > 0; left--) {
      int task = order.nextInt(tasks);
      while (sent[task] == lines) {
        task = (task + 1) % tasks;
      }
      String details = DETAILS.replace("task.id=t1", "task.id=t" + task);
      frames.frame(1 + task % 2, STAMP + details + "line " + sent[task]++ + "\n");
    }
    Map<String, List<String>> seen = new HashMap<>();
    try (LogStream stream = open(false, new Dripping(frames.bytes(), 1000))) {
      stream.forEachRemaining(
          line ->
              seen.computeIfAbsent(line.taskId() + " " + line.source(), any -> new ArrayList<>())
                  .add(line.text()));
    }
    assertThat(seen).hasSize(tasks);
    List<String> all = IntStream.range(0, lines).mapToObj(i -> "line " + i).toList();
    for (int task = 0; task < tasks; task++) {
      String source = task % 2 == 0 ? " STDOUT" : " STDERR";
      assertThat(seen.get("t" + task + source)).isEqualTo(all);
    }
  }

  @Test
  void aLineOfTenMegabytesIsALine() {
    byte[] line = new byte[10_000_000];
    Arrays.fill(line, (byte) 'x');
    line[line.length - 1] = '\n';
    byte[] framed = new Frames().frame(1, line).frame(2, "next\n").bytes();
    try (LogStream stream = open(false, framed)) {
      assertThat(stream.next().message()).hasSize(9_999_999);
      assertThat(stream.next().text()).isEqualTo("next");
      assertThat(stream.hasNext()).isFalse();
    }
    try (LogStream stream = open(true, line)) {
      assertThat(stream.next().message()).hasSize(9_999_999);
      assertThat(stream.hasNext()).isFalse();
    }
  }

  @Test
  void everyLineHasItsOwnBytes() {
    Frames frames = new Frames();
    for (int i = 0; i < 2000; i++) {
      frames.frame(1, PREFIX + "line " + i + " " + "z".repeat(i % 300) + "\n");
    }
    try (LogStream stream = open(false, frames.bytes())) {
      List<LogLine> kept = stream.lines().toList();
      for (int i = 0; i < 2000; i++) {
        assertThat(kept.get(i).text()).isEqualTo("line " + i + " " + "z".repeat(i % 300));
      }
      kept.get(0).message()[0] = 'X';
      assertThat(kept.get(0).text()).startsWith("line 0");
    }
  }

  @Test
  void aTerminalSendsLinesWithoutFrames() {
    byte[] bytes =
        (PREFIX + "one\r\n" + PREFIX + "tw\ro\r\n\r\n" + "rest").getBytes(StandardCharsets.UTF_8);
    try (LogStream stream = open(true, bytes)) {
      LogLine one = stream.next();
      assertThat(one.taskId()).isEqualTo("t1");
      assertThat(one.timestamp()).isNotNull();
      assertThat(texts(stream)).containsExactly("STDOUT tw\ro", "STDOUT ", "STDOUT rest");
    }
  }

  @Test
  void aBrokenConnectionIsNoEnd() {
    byte[] bytes = new Frames().frame(1, "one\n").bytes();
    InputStream breaking = new SequenceInputStream(new ByteArrayInputStream(bytes), new Broken());
    try (LogStream stream = open(false, breaking)) {
      assertThat(stream.next().text()).isEqualTo("one");
      assertThatThrownBy(stream::hasNext)
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("connection reset");
    }
  }

  @Test
  void closeByAnotherThreadIsTheEnd() throws Exception {
    Silent silent = new Silent();
    LogStream stream = open(false, silent);
    CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(stream::hasNext);
    assertThat(silent.reading.await(10, TimeUnit.SECONDS)).isTrue();
    long before = System.nanoTime();
    stream.close();
    assertThat(more.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    stream.close();
    assertThat(stream.hasNext()).isFalse();
  }

  @Test
  void closeDropsWhatHasArrived() {
    LogStream stream = open(false, new Frames().frame(1, "a\n").frame(1, "b\n").bytes());
    assertThat(stream.hasNext()).isTrue();
    stream.close();
    assertThat(stream.hasNext()).isFalse();
    assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
  }

  /** Gives out at most so many bytes at a time. */
  private static final class Dripping extends ByteArrayInputStream {
    private final int size;

    Dripping(byte[] bytes, int size) {
      super(bytes);
      this.size = size;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, size));
    }
  }

  /** Sees how large an array it is read into. */
  private static final class Measured extends ByteArrayInputStream {
    private int largest;

    Measured(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      largest = Math.max(largest, target.length);
      return super.read(target, offset, length);
    }
  }
}
