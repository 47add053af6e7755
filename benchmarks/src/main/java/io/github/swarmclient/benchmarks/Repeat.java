package io.github.swarmclient.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the testkit's own tests over and over: {@code Repeat [--runs 200] [--runs-a-jvm 25]
 * [--classes DIRECTORY] [--keep DIRECTORY] [--minutes 20]}. Prints a line for each run, keeps the
 * details of each failure in a file, and ends with status 1 if there was one. A run that takes more
 * than the minutes is one: its JVM tells what its threads do, and is ended.
 */
public final class Repeat {
  private final Path classes;
  private final Path keep;
  private final int minutes;
  private int runs;
  private int failed;

  private Repeat(Options options) throws IOException {
    this.classes =
        Path.of(
            options.text(
                "classes",
                System.getProperty("swarm.top", ".")
                    + "/swarm-client-testkit/target/test-classes"));
    this.keep = Path.of(options.text("keep", System.getProperty("java.io.tmpdir") + "/repeat"));
    this.minutes = options.number("minutes", 20);
    if (!Files.isDirectory(classes)) {
      throw new IllegalArgumentException("there are no compiled tests in " + classes);
    }
    Files.createDirectories(keep);
  }

  /** Runs the tests, and prints how often they failed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = Options.of(args, "runs", "runs-a-jvm", "classes", "keep", "minutes");
    Repeat repeat = new Repeat(options);
    int wanted = options.number("runs", 200);
    int each = Math.max(1, options.number("runs-a-jvm", 25));
    while (repeat.runs < wanted) {
      repeat.runJvm(Math.min(each, wanted - repeat.runs));
    }
    System.out.println(repeat.summary());
    System.exit(repeat.failed == 0 ? 0 : 1);
  }

  private String summary() {
    return runs
        + " runs in a row, "
        + failed
        + " with failures"
        + (failed == 0 ? "" : ", which are in " + keep);
  }

  /** Runs the tests in one JVM, as often as asked, or until it ends by itself. */
  private void runJvm(int count) throws IOException, InterruptedException {
    int first = runs + 1;
    ProcessBuilder program =
        ChildJvm.of(
            // Not by a class loader of their own: they see what is package-private in the kit.
            classes + File.pathSeparator + System.getProperty("java.class.path"),
            SuiteRuns.class,
            List.of(),
            List.of(
                classes.toString(),
                keep.toString(),
                Integer.toString(first),
                Integer.toString(count)));
    Process process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    AtomicLong heard = new AtomicLong(System.nanoTime());
    Timer watch = new Timer(true);
    watch.schedule(new Watch(process, heard), 10_000, 10_000);
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        count(line);
        heard.set(System.nanoTime());
      }
    }
    watch.cancel();
    if (process.waitFor() != 0 || runs < first + count - 1) {
      runs++;
      failed++;
      System.out.println("run " + runs + ": its JVM ended with status " + process.exitValue());
    }
  }

  private void count(String line) {
    System.out.println(line);
    if (line.startsWith("run ")) {
      runs++;
    }
    if (line.contains(SuiteRuns.FAILED)) {
      failed++;
    }
  }

  /** Ends a JVM that has said nothing for too long. */
  private final class Watch extends TimerTask {
    private final Process process;
    private final AtomicLong heard;

    Watch(Process process, AtomicLong heard) {
      this.process = process;
      this.heard = heard;
    }

    @Override
    public void run() {
      if (System.nanoTime() - heard.get() < TimeUnit.MINUTES.toNanos(minutes)) {
        return;
      }
      cancel();
      try {
        // The JVM prints what its threads do.
        new ProcessBuilder("sh", "-c", "kill -QUIT " + process.pid()).start().waitFor();
        process.waitFor(5, TimeUnit.SECONDS);
      } catch (IOException e) {
        System.out.println("what its threads do is not known: " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      process.destroyForcibly();
    }
  }
}
