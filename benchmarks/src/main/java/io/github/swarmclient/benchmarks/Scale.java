package io.github.swarmclient.benchmarks;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.testkit.EmbeddedSwarm;
import io.github.swarmclient.testkit.SwarmCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Measures how a large embedded swarm does in a heap of 1 GiB: {@code Scale [--nodes 1000] [--tasks
 * 100000] [--jvms 3]}. Each JVM makes the swarm, and then two services, one after the other, of all
 * tasks each. Ends with status 1 if the tasks take longer than 5 s, or do not fit.
 */
public final class Scale {
  private static final Duration TARGET = Duration.ofSeconds(5);
  private static final String HEAP = "-Xmx1g";

  private Scale() {}

  /** Measures, and prints a table. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = Options.of(args, "nodes", "tasks", "jvms");
    List<String> size =
        List.of(
            Integer.toString(options.number("nodes", 1000)),
            Integer.toString(options.number("tasks", 100_000)));
    List<Duration> formed = new ArrayList<>();
    List<Duration> first = new ArrayList<>();
    List<Duration> second = new ArrayList<>();
    long most = 0;
    for (int jvm = 0; jvm < options.number("jvms", 3); jvm++) {
      List<String> said = ChildJvm.run(ChildJvm.of(Swarm.class, List.of(HEAP), size));
      formed.add(nanos(said.get(0)));
      first.add(nanos(said.get(1)));
      second.add(nanos(said.get(2)));
      most = Math.max(most, Long.parseLong(said.get(3)));
    }
    Samples scheduled = new Samples(size.get(1) + " tasks run, first in a JVM", first, TARGET);
    Samples again = new Samples(size.get(1) + " tasks run, again", second, TARGET);
    System.out.println(Samples.HEAD);
    System.out.println(
        new Samples(size.get(0) + " nodes form a swarm", formed, Duration.ofMinutes(1)).row());
    System.out.println(scheduled.row());
    System.out.println(again.row());
    System.out.println("%s is enough; %d MiB are in use after all".formatted(HEAP, most >> 20));
    System.exit(scheduled.ok() && again.ok() ? 0 : 1);
  }

  private static Duration nanos(String text) {
    return Duration.ofNanos(Long.parseLong(text));
  }

  /** The program that is measured. Prints three times in nanoseconds, and bytes in use. */
  static final class Swarm {
    private Swarm() {}

    /** Takes the numbers of nodes and tasks. */
    public static void main(String[] args) {
      int nodes = Integer.parseInt(args[0]);
      int tasks = Integer.parseInt(args[1]);
      long begin = System.nanoTime();
      try (EmbeddedSwarm engines = SwarmCluster.embedded().managers(3).workers(nodes - 3).start();
          SwarmClient swarm = engines.node("docker01").connect()) {
        System.out.println(System.nanoTime() - begin);
        System.out.println(nanos(engines, swarm, "one", tasks));
        check(swarm, "one", tasks);
        swarm.services().remove("one").execute();
        engines.advance(Duration.ofMinutes(1));
        System.out.println(nanos(engines, swarm, "two", tasks));
        check(swarm, "two", tasks);
        System.gc();
        Runtime heap = Runtime.getRuntime();
        System.out.println(heap.totalMemory() - heap.freeMemory());
      }
    }

    /** Returns how long it takes until all tasks run, in virtual time that passes at once. */
    private static long nanos(EmbeddedSwarm engines, SwarmClient swarm, String name, int tasks) {
      long begin = System.nanoTime();
      swarm.services().create(name).image("app:1").replicas(tasks).execute();
      engines.advance(Duration.ofSeconds(5));
      return System.nanoTime() - begin;
    }

    /** Asks for the number alone: so many tasks are more JSON than a client takes at once. */
    private static void check(SwarmClient swarm, String name, int tasks) {
      Service service = swarm.services().list().named(name).orElseThrow();
      long running =
          Objects.requireNonNull(Objects.requireNonNull(service.serviceStatus()).runningTasks());
      if (running != tasks) {
        throw new IllegalStateException(running + " of " + tasks + " tasks run");
      }
    }
  }
}
