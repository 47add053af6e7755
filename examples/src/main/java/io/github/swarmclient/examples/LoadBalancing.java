package io.github.swarmclient.examples;

import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.testkit.SwarmNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a published port 20 times, and counts which replicas answer, and says why others do not. */
public final class LoadBalancing {
  private static final int REQUESTS = 20;

  private LoadBalancing() {}

  /** Runs on the engines that the arguments name, as {@link Walkthrough} does. */
  public static void main(String[] args) throws IOException {
    try (Lab lab = new Lab(Engines.start(args))) {
      lab.form();
      System.out.println(run(lab));
    }
  }

  /** Makes the service, asks, and removes it. */
  static String run(Lab lab) throws IOException {
    boolean mesh = lab.cluster.routingMesh();
    String name = "balanced";
    if (mesh) {
      lab.services().create(name).image("nginx:1.13").replicas(4).publish(8081, 80).await();
    } else {
      lab.services()
          .create(name)
          .image("nginx:1.13")
          .global()
          .publish(p -> p.target(80).published(8081).host())
          .await();
    }
    Map<String, Integer> answers = ask(lab, mark(lab, name));
    lab.services().remove(name).awaitGone();
    long silent = answers.values().stream().filter(count -> count == 0).count();
    Expect.that(silent == 0, "every replica answers", answers);
    return "%d requests, answered by %d replicas: %s; %s"
        .formatted(REQUESTS, answers.size(), answers, why(mesh));
  }

  private static String why(boolean mesh) {
    return mesh
        ? "the mesh gives each new connection to the next replica; a client that keeps its"
            + " connection alive stays with one, which is how a browser sees only two of four"
        : "this kernel has no IPVS, so the mesh answers nowhere: in host mode each node's replica"
            + " answered for itself";
  }

  /** Lets each replica answer with its own name. */
  private static List<ServiceTask> mark(Lab lab, String service) throws IOException {
    Path page = Files.createTempDirectory("balancing").resolve("index.html");
    List<ServiceTask> tasks = lab.services().tasks(service).running();
    for (ServiceTask task : tasks) {
      Files.writeString(page, task.id());
      lab.m.tasks().copyTo(task.task(), page, "/usr/share/nginx/html");
    }
    Files.delete(page);
    Files.delete(page.getParent());
    return tasks;
  }

  private static Map<String, Integer> ask(Lab lab, List<ServiceTask> tasks) throws IOException {
    Map<String, Integer> answers = new LinkedHashMap<>();
    tasks.forEach(task -> answers.put(task.id(), 0));
    List<SwarmNode> nodes = lab.cluster.nodes();
    for (int i = 0; i < REQUESTS; i++) {
      String answer = nodes.get(i % nodes.size()).fetch(8081, "/").strip();
      Expect.that(answers.containsKey(answer), "an answer of a replica", answer);
      answers.merge(answer, 1, Integer::sum);
    }
    return answers;
  }
}
