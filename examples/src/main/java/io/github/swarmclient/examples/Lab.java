package io.github.swarmclient.examples;

import io.github.swarmclient.Nodes;
import io.github.swarmclient.Services;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmFormation;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** The three hosts of the walkthrough, and the clients of them. */
final class Lab implements AutoCloseable {
  final SwarmCluster cluster;
  final SwarmNode host1;
  final SwarmNode host2;
  final SwarmNode host3;

  /** Connected to docker01, and able to reach the containers on all three. */
  final SwarmClient m;

  final SwarmClient w2;
  final SwarmClient w3;
  private final SwarmClient m1;

  Lab(SwarmCluster cluster) {
    this.cluster = cluster;
    this.host1 = cluster.nodes().get(0);
    this.host2 = cluster.nodes().get(1);
    this.host3 = cluster.nodes().get(2);
    this.m1 = host1.connect();
    this.w2 = host2.connect();
    this.w3 = host3.connect();
    this.m = m1.reaching(w2, w3);
  }

  Services services() {
    return m.services();
  }

  Nodes nodes() {
    return m.nodes();
  }

  /** Makes the three hosts a swarm of one manager, if they are none. */
  void form() {
    SwarmFormation.on(m).advertiseAddr(host1.address()).workers(w2, w3).form();
  }

  /** Shows a step's part of what was observed. */
  void show(String text) {
    text.lines().forEach(line -> System.out.println("      " + line));
  }

  /** Waits until something is so that no other wait is for. */
  void until(String what, BooleanSupplier so) {
    Instant deadline = cluster.time().now().plus(Duration.ofSeconds(90));
    while (!so.getAsBoolean()) {
      Expect.that(cluster.time().now().isBefore(deadline), what, "nothing of it in 90 s");
      pause(Duration.ofMillis(200));
    }
  }

  void pause(Duration duration) {
    try {
      cluster.time().sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  String stateOf(String hostname) {
    return m.nodes().list().stream()
        .filter(n -> n.description() != null && hostname.equals(n.description().hostname()))
        .map(n -> n.status() == null ? "" : String.valueOf(n.status().state()))
        .reduce((first, last) -> last)
        .orElse("none")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    m1.close();
    w2.close();
    w3.close();
    cluster.close();
  }
}
