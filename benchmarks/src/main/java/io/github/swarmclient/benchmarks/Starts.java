package io.github.swarmclient.benchmarks;

import io.github.swarmclient.testkit.SwarmBuilder;
import io.github.swarmclient.testkit.SwarmCluster;

/**
 * The program that {@link StartUp} measures: starts clusters of three managers, one after the
 * other, and prints how many nanoseconds each took. The first meets a JVM that has loaded nothing
 * of the kit, and little of the JDK; what this program itself needs is not counted.
 */
final class Starts {
  private Starts() {}

  /** Takes the backend, how often to start it, and the generation of engines. */
  public static void main(String[] args) {
    Backend backend = Backend.named(args[0]).get(0);
    int count = Integer.parseInt(args[1]);
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      SwarmBuilder<?> builder = backend.builder(args[2]);
      SwarmCluster cluster = builder.managers(3).start();
      System.out.println(System.nanoTime() - begin);
      cluster.close();
    }
  }
}
