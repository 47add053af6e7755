package io.github.swarmclient.benchmarks;

import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs all tests of a folder of classes, several times in this JVM, and prints a line for each run.
 * Threads and descriptors that become more with every run are a failure, too.
 */
final class SuiteRuns {
  /** What the line of a run has in it that was not as it should be. */
  static final String FAILED = "FAILED";

  /** What the first runs leave is loaded once: classes, pools, the engine's connections. */
  private static final int WARM_UP = 2;

  private static final int MORE_A_RUN = 2;

  private final Path classes;
  private final Path keep;
  private int threads;
  private int descriptors;

  private SuiteRuns(Path classes, Path keep) {
    this.classes = classes;
    this.keep = keep;
  }

  /**
   * Takes the folders of classes, which are on the class path, and of failures, the number of the
   * first run, and their count.
   */
  public static void main(String[] args) throws IOException {
    SuiteRuns suite = new SuiteRuns(Path.of(args[0]), Path.of(args[1]));
    int first = Integer.parseInt(args[2]);
    int count = Integer.parseInt(args[3]);
    for (int i = 0; i < count; i++) {
      System.out.println("run " + (first + i) + ": " + suite.run(first + i, i));
    }
    // What a test has left running must not keep this JVM.
    System.exit(0);
  }

  private String run(int number, int before) throws IOException {
    LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClasspathRoots(Set.of(classes)))
            // What Surefire takes, too.
            .filters(
                includeClassNamePatterns("(.*\\.)?Test[^.]*", ".*Tests?", ".*TestCase"),
                excludeClassNamePatterns(".*\\$.*"))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    long begin = System.nanoTime();
    launcher.execute(tests, listener);
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    return line(number, before, listener.getSummary(), taken);
  }

  private String line(int number, int before, TestExecutionSummary summary, Duration taken)
      throws IOException {
    int threadsNow = Thread.getAllStackTraces().size();
    int descriptorsNow = ProcFiles.children(Path.of("/proc/self/fd")).size();
    boolean grows = before >= WARM_UP && grows(before - WARM_UP + 1, threadsNow, descriptorsNow);
    if (before < WARM_UP) {
      threads = threadsNow;
      descriptors = descriptorsNow;
    }
    long failures = summary.getTotalFailureCount();
    if (failures > 0) {
      keep(number, summary);
    }
    boolean nothing = summary.getTestsSucceededCount() == 0;
    return "%d tests, %d aborted, %d failed, %d s, %d threads, %d descriptors%s"
        .formatted(
            summary.getTestsStartedCount(),
            summary.getTestsAbortedCount() + summary.getContainersAbortedCount(),
            failures,
            taken.toSeconds(),
            threadsNow,
            descriptorsNow,
            failures > 0 || grows || nothing ? " " + FAILED + (grows ? ", they grow" : "") : "");
  }

  private boolean grows(int runs, int threadsNow, int descriptorsNow) {
    int most = 10 + MORE_A_RUN * runs;
    return threadsNow - threads > most || descriptorsNow - descriptors > most;
  }

  private void keep(int number, TestExecutionSummary summary) throws IOException {
    Path file = keep.resolve("run-" + number + ".txt");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      summary.printFailuresTo(out, 100);
    }
  }
}
