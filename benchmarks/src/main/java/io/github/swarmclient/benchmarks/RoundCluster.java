package io.github.swarmclient.benchmarks;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.SwarmBuilder;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;

/**
 * The program of one round, which may be killed at any time: starts a cluster, has a service answer
 * on every node, and closes the cluster when it reads a line. Says what it has come to: {@code
 * session ID}, {@code up}, {@code closed}.
 */
final class RoundCluster {
  private static final String IMAGE = "nginx:1.13";
  private static final int PORT = 8080;
  private static final Duration SOON = Duration.ofSeconds(20);

  private RoundCluster() {}

  /** Takes the backend and the generation of engines. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Backend backend = Backend.named(args[0]).get(0);
    System.out.println("session " + session(backend));
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    SwarmBuilder<?> builder = backend.builder(args[1]);
    try (SwarmCluster cluster = builder.managers(2).workers(1).image(IMAGE).start()) {
      serve(cluster);
      System.out.println("up");
      told.readLine();
    }
    System.out.println("closed");
    told.readLine();
  }

  /** Returns the label by which Docker finds what this JVM has made. */
  private static String session(Backend backend) {
    return backend == Backend.DIND ? DockerClientFactory.SESSION_ID : "";
  }

  private static void serve(SwarmCluster cluster) throws IOException, InterruptedException {
    try (SwarmClient swarm = cluster.connect()) {
      swarm
          .services()
          .create("web")
          .image(IMAGE)
          .global()
          .publish(p -> p.target(80).published(PORT).host())
          .await();
    }
    for (SwarmNode node : cluster.nodes()) {
      awaitPage(node);
    }
  }

  /** A task runs when its container does; the server in it takes another moment to listen. */
  private static void awaitPage(SwarmNode node) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (true) {
      try {
        node.fetch(PORT, "/");
        return;
      } catch (IOException e) {
        if (System.nanoTime() - begin > SOON.toNanos()) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }
}
