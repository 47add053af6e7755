package io.github.swarmclient.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures how long it takes until three managers are ready: {@code StartUp [--engine
 * all|embedded|local|dind] [--jvms 5] [--generation 28]}. The first start in each JVM is what a
 * user meets, the two after it are what further tests meet. Ends with status 1 if a target is
 * missed.
 */
public final class StartUp {
  private static final int STARTS_A_JVM = 3;

  private final Options options;

  private StartUp(Options options) {
    this.options = options;
  }

  /** Measures, and prints a table. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = Options.of(args, "engine", "jvms", "generation");
    boolean ok = true;
    System.out.println(Samples.HEAD);
    for (Backend backend : Backend.named(options.text("engine", "all"))) {
      Optional<String> unavailable = backend.unavailable();
      if (unavailable.isPresent()) {
        System.out.println(backend + ": not measured: " + unavailable.get());
        ok = false;
        continue;
      }
      for (Samples samples : new StartUp(options).measure(backend)) {
        System.out.println(samples.row());
        ok &= samples.ok();
      }
    }
    System.exit(ok ? 0 : 1);
  }

  private List<Samples> measure(Backend backend) throws IOException, InterruptedException {
    List<Duration> first = new ArrayList<>();
    List<Duration> later = new ArrayList<>();
    for (int jvm = 0; jvm < options.number("jvms", 5); jvm++) {
      List<Duration> taken = oneJvm(backend);
      first.add(taken.get(0));
      later.addAll(taken.subList(1, taken.size()));
    }
    String what = backend + ", 3 managers, ";
    return List.of(
        new Samples(what + "first in a JVM", first, backend.target()),
        new Samples(what + "later", later, backend.target()));
  }

  private List<Duration> oneJvm(Backend backend) throws IOException, InterruptedException {
    List<String> args =
        List.of(backend.toString(), Integer.toString(STARTS_A_JVM), options.text("generation", ""));
    return ChildJvm.run(ChildJvm.of(Starts.class, List.of(), args)).stream()
        .map(nanos -> Duration.ofNanos(Long.parseLong(nanos)))
        .toList();
  }
}
