package io.github.swarmclient.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Starts and ends clusters over and over, and looks what they leave on the machine: {@code Rounds
 * [--engine embedded|local|dind] [--rounds 100] [--killed 20] [--side-by-side 1] [--generation 28]
 * [--cleaning 30] [--shared]}. Some of the JVMs are killed: while the cluster starts, works or
 * closes, in turn.
 *
 * <p>Each round is looked for by name, and has to be gone within the seconds of {@code --cleaning}.
 * At the end the machine as a whole is to be what it was, if it is not {@code --shared} with others
 * that start engines too. Ends with status 1 if there was a failure, or something is left.
 */
public final class Rounds {
  /** Where a whole cluster is left these tell enough. */
  private static final int MOST_LINES = 20;

  private final Backend backend;
  private final String generation;
  private final int rounds;
  private final int killed;
  private final int sideBySide;
  private final Duration cleaning;
  private final Path temporary;
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong leftovers = new AtomicLong();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private volatile Duration usual = Duration.ofSeconds(3);

  private Rounds(Options options, Path temporary) {
    this.backend = Backend.named(options.text("engine", "local")).get(0);
    this.generation = options.text("generation", "");
    this.rounds = options.number("rounds", 100);
    this.killed = options.number("killed", 20);
    this.sideBySide = Math.max(1, options.number("side-by-side", 1));
    this.cleaning = Duration.ofSeconds(options.number("cleaning", 30));
    this.temporary = temporary;
    if (killed > rounds) {
      throw new IllegalArgumentException("--killed is more than --rounds");
    }
  }

  /** Runs the rounds, and prints each that failed, and a summary. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Options options =
        Options.of(
            args,
            "engine",
            "rounds",
            "killed",
            "side-by-side",
            "generation",
            "cleaning",
            "shared!");
    Path temporary = Files.createTempDirectory("sr");
    Rounds rounds = new Rounds(options, temporary);
    boolean docker = rounds.backend == Backend.DIND;
    Set<String> before = machine(docker);
    long begin = System.nanoTime();
    rounds.run();
    Set<String> left = rounds.files();
    if (!options.is("shared")) {
      left.addAll(more(before, docker));
    }
    left.forEach(what -> System.out.println("at the end there is still " + what));
    System.out.println(rounds.summary(left.size(), begin));
    System.exit(left.isEmpty() && rounds.failed.get() == 0 ? 0 : 1);
  }

  private String summary(int left, long begin) {
    return "%s: %s%d rounds, %d killed, %d failed, %d leftovers; %d s"
        .formatted(
            backend,
            sideBySide == 1 ? "" : sideBySide + " side by side, ",
            done.get(),
            ended.get(),
            failed.get(),
            leftovers.get() + left,
            Duration.ofNanos(System.nanoTime() - begin).toSeconds());
  }

  private void run() throws InterruptedException {
    ExecutorService lanes = Executors.newFixedThreadPool(sideBySide);
    IntStream.range(0, sideBySide).forEach(lane -> lanes.execute(() -> lane(lane)));
    lanes.shutdown();
    while (!lanes.awaitTermination(1, TimeUnit.MINUTES)) {
      System.err.println(done.get() + " rounds done, " + failed.get() + " failed");
    }
  }

  private void lane(int lane) {
    for (int number = 1; number <= rounds; number++) {
      Round.End end = end(number);
      Duration moment = usual.multipliedBy(1 + (long) (Math.random() * 99)).dividedBy(100);
      try {
        Round.Result result = Round.run(backend, generation, temporary, cleaning, end, moment);
        report(lane, number, end, result);
      } catch (IOException | RuntimeException e) {
        failed.incrementAndGet();
        System.out.println("round " + number + " could not be run: " + e);
      } catch (InterruptedException e) {
        return;
      }
      done.incrementAndGet();
    }
  }

  private void report(int lane, int number, Round.End end, Round.Result result) {
    if (end.killed()) {
      ended.incrementAndGet();
    }
    if (!result.untilUp().isZero()) {
      usual = result.untilUp();
    }
    if (!result.failures().isEmpty()) {
      failed.incrementAndGet();
      System.out.println("round %d of lane %d, %s:".formatted(number, lane + 1, end));
      result.failures().stream()
          .limit(MOST_LINES)
          .forEach(failure -> System.out.println("  " + failure));
      leftovers.addAndGet(result.leftovers());
    }
  }

  /** Spreads those that are killed evenly; each in another way than the one before. */
  private Round.End end(int number) {
    int before = (int) ((long) (number - 1) * killed / rounds);
    int now = (int) ((long) number * killed / rounds);
    Round.End[] ends = Round.End.values();
    return now == before ? Round.End.CLOSED : ends[1 + now % (ends.length - 1)];
  }

  /** Returns the kit's temporary files that nobody has deleted; the others are deleted. */
  private Set<String> files() throws IOException {
    Set<String> left = new TreeSet<>();
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        if (file.getFileName().toString().matches("swarm-image.*")) {
          left.add("file " + file);
        }
        Files.delete(file);
      }
    }
    return left;
  }

  private static Set<String> machine(boolean docker) {
    Set<String> all = new TreeSet<>();
    ProcFiles.devices().forEach(name -> all.add("network device " + name));
    ProcFiles.controlGroups().forEach(name -> all.add("control group " + name));
    ProcFiles.processes().stream()
        .flatMap(process -> ProcFiles.namespaces(process).stream())
        .forEach(name -> all.add("namespace " + name));
    // Without the numbers that change whenever anything is mounted.
    ProcFiles.mounts().forEach(line -> all.add("mount " + line.replaceFirst("\\S+ \\S+ ", "")));
    if (docker) {
      all.addAll(OuterDocker.all());
    }
    return all;
  }

  /** Returns what there is now and was not before; what others have for a moment only goes. */
  private static Set<String> more(Set<String> before, boolean docker) throws InterruptedException {
    Set<String> more = machine(docker);
    more.removeAll(before);
    for (int look = 0; look < 5 && !more.isEmpty(); look++) {
      Thread.sleep(Duration.ofSeconds(2).toMillis());
      more.retainAll(machine(docker));
    }
    return more;
  }
}
