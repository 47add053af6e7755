package io.github.swarmclient.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One cluster in a JVM of its own, from its start to its end, and what is left of it. */
final class Round {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final String STILL = " there is still ";
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Backend backend;
  private final Duration cleaning;
  private final Process process;
  private final BufferedReader said;
  private final Traces traces;
  private final File errors;
  private final Set<String> found = new TreeSet<>();

  private Round(Backend backend, Duration cleaning, Process process, Traces traces, File errors) {
    this.backend = backend;
    this.cleaning = cleaning;
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
    this.traces = traces;
    this.errors = errors;
  }

  /** How a round ends. */
  enum End {
    /** By {@code close()}. */
    CLOSED,
    /** By {@code kill -9}, in the middle of the start. */
    KILLED_STARTING,
    /** By {@code kill -9}, while the cluster works. */
    KILLED_WORKING,
    /** By {@code kill -9}, in the middle of {@code close()}. */
    KILLED_CLOSING;

    boolean killed() {
      return this != CLOSED;
    }
  }

  /**
   * What became of a round.
   *
   * @param untilUp how long it took until the service answered; zero if it never did
   * @param failures what went wrong, and what was left; empty if all is well
   */
  record Result(Duration untilUp, List<String> failures) {
    long leftovers() {
      return failures.stream().filter(failure -> failure.contains(STILL)).count();
    }
  }

  /**
   * Runs a round.
   *
   * @param temporary the directory for its temporary files
   * @param cleaning how long all that belongs to it may take to go
   * @param moment when to kill what is killed while it starts or closes
   */
  static Result run(
      Backend backend,
      String generation,
      Path temporary,
      Duration cleaning,
      End end,
      Duration moment)
      throws IOException, InterruptedException {
    String mark = UUID.randomUUID().toString();
    File errors = Files.createTempFile("round", ".txt").toFile();
    ProcessBuilder program =
        ChildJvm.of(
            RoundCluster.class,
            List.of("-Djava.io.tmpdir=" + temporary, "-XX:TieredStopAtLevel=1"),
            List.of(backend.toString(), generation));
    program.environment().put(Traces.VARIABLE, mark);
    Process process = program.redirectError(errors).start();
    Round round = new Round(backend, cleaning, process, new Traces(temporary, mark), errors);
    try {
      Duration untilUp = round.play(end, moment);
      return new Result(untilUp, round.failures());
    } finally {
      round.process.destroyForcibly();
      Files.delete(errors.toPath());
    }
  }

  private Duration play(End end, Duration moment) throws IOException, InterruptedException {
    Duration untilUp = Duration.ZERO;
    try {
      traces.session(await("session"));
      if (end == End.KILLED_STARTING) {
        Thread.sleep(moment.toMillis());
      } else {
        long begin = System.nanoTime();
        await("up");
        untilUp = Duration.ofNanos(System.nanoTime() - begin);
        checkSight();
      }
      traces.note();
      end(end, moment);
    } catch (IllegalStateException e) {
      found.add(e.getMessage() + ": " + Files.readString(errors.toPath()).strip());
    }
    process.destroyForcibly().waitFor();
    awaitNothing("after the end of the JVM", 0);
    return untilUp;
  }

  /** Whoever does not see a cluster that works would not see either what is left of it. */
  private void checkSight() {
    Set<String> seen = traces.left(process.pid());
    for (String kind : backend.traces()) {
      if (seen.stream().noneMatch(what -> what.startsWith(kind + " "))) {
        found.add("no " + kind + " of it is seen while it works, so none would be seen later");
      }
    }
  }

  private void end(End end, Duration moment) throws IOException, InterruptedException {
    if (end == End.CLOSED || end == End.KILLED_CLOSING) {
      process.outputWriter().write("close\n");
      process.outputWriter().flush();
    }
    if (end == End.CLOSED) {
      await("closed");
      awaitNothing("after close()", process.pid());
      process.outputWriter().close();
      process.waitFor(10, TimeUnit.SECONDS);
    } else if (end == End.KILLED_CLOSING) {
      Thread.sleep(moment.toMillis() / 4);
    }
  }

  /** Waits for a word, and returns what stands after it. */
  private String await(String word) throws InterruptedException {
    CompletableFuture<String> line = new CompletableFuture<>();
    Thread reader = new Thread(() -> line.completeAsync(this::readLine, Runnable::run));
    reader.setDaemon(true);
    reader.start();
    try {
      String heard = line.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
      if (heard.startsWith(word)) {
        return heard.substring(word.length()).strip();
      }
      throw new IllegalStateException("it was to be " + word + ", but said \"" + heard + "\"");
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("it was not " + word + " within " + LONGEST, e);
    }
  }

  private String readLine() {
    try {
      String line = said.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }

  /** Gives what is to go the time to do so. */
  private void awaitNothing(String when, long jvm) throws InterruptedException {
    long begin = System.nanoTime();
    Set<String> left = traces.left(jvm);
    while (!left.isEmpty() && System.nanoTime() - begin < cleaning.toNanos()) {
      Thread.sleep(PAUSE.toMillis());
      left = traces.left(jvm);
    }
    left.forEach(what -> found.add(when + STILL + what));
  }

  private List<String> failures() {
    return List.copyOf(found);
  }
}
