package io.github.swarmclient.examples;

import io.github.swarmclient.LogStream;
import io.github.swarmclient.Services;
import io.github.swarmclient.SwarmClient;

/** The ten lines of the README: run three replicas, make them five, read their logs, go back. */
public final class Quickstart {
  private Quickstart() {}

  /** Runs against the manager that {@code DOCKER_HOST} names. */
  public static void main(String[] args) {
    try (SwarmClient swarm = SwarmClient.connect()) {
      run(swarm.services());
    }
  }

  static void run(Services services) {
    // tag::job[]
    services.create("my_web").image("nginx:1.13").replicas(3).publish(8080, 80).await();
    services.scale("my_web", 5).await();
    try (LogStream logs = services.logs("my_web").follow().open()) {
      logs.lines().limit(3).forEach(System.out::println);
    }
    services.rollback("my_web").await();
    // end::job[]
  }
}
