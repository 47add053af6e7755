package io.github.swarmclient.examples;

import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.testkit.SwarmNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Asks a published port 20 times at every node, and counts which replicas answer, and says why
 * others do not. With it comes the step after it, of a port that answers on nodes without a task:
 * these two of {@link Walkthrough} need a kernel with IPVS.
 */
public final class LoadBalancing {
  private static final int REQUESTS = 20;
  private static final int PORT = 8081;
  private static final String NAME = "balanced";

  private final Lab lab;
  private final boolean mesh;

  LoadBalancing(Lab lab) {
    this.lab = lab;
    this.mesh = lab.cluster.routingMesh();
  }

  /** Runs on the engines that the arguments name, as {@link Walkthrough} does. */
  public static void main(String[] args) {
    int passed;
    List<Step> steps;
    try (Lab lab = new Lab(Engines.start(args))) {
      lab.form();
      steps = new MeshSteps(lab).steps();
      passed = Walkthrough.pass(steps);
    }
    System.exit(passed == steps.size() ? 0 : 1);
  }

  /** Makes the service, asks, and removes it. */
  String run() throws IOException {
    create();
    try {
      Answers answers = ask(mark());
      lab.show(answers.table());
      check(answers);
      lab.show(why());
      return "%d requests, %d at each node, each on its own connection: every replica answered"
          .formatted(answers.total(), REQUESTS);
    } finally {
      lab.services().remove(NAME).awaitGone();
    }
  }

  private void create() {
    if (mesh) {
      lab.services().create(NAME).image("nginx:1.13").replicas(4).publish(PORT, 80).await();
    } else {
      lab.services()
          .create(NAME)
          .image("nginx:1.13")
          .global()
          .publish(p -> p.target(80).published(PORT).host())
          .await();
    }
  }

  /** Lets each replica answer with its own ID. */
  private List<ServiceTask> mark() throws IOException {
    Path page = Files.createTempDirectory("balancing").resolve("index.html");
    List<ServiceTask> tasks = lab.services().tasks(NAME).running();
    for (ServiceTask task : tasks) {
      Files.writeString(page, task.id());
      lab.m.tasks().copyTo(task.task(), page, "/usr/share/nginx/html");
    }
    Files.delete(page);
    Files.delete(page.getParent());
    return tasks;
  }

  private Answers ask(List<ServiceTask> replicas) {
    Answers answers = new Answers(replicas);
    lab.cluster.nodes().forEach(node -> answers.ask(node, PORT, REQUESTS));
    return answers;
  }

  private void check(Answers answers) {
    Expect.that(answers.failures().isEmpty(), "an answer to every request", answers.failures());
    Expect.that(answers.strange() == 0, "answers of replicas alone", answers.strange());
    String silence = answers.silence();
    Expect.that(!mesh || silence.isEmpty(), "every replica answers at every node", silence);
    for (SwarmNode node : lab.cluster.nodes()) {
      boolean own = answers.silentAt(node.hostname()).stream().noneMatch(task -> isOn(task, node));
      Expect.that(own, "an answer of the replica on " + node.hostname(), answers.table());
    }
  }

  private static boolean isOn(ServiceTask task, SwarmNode node) {
    return task.node().equals(node.hostname());
  }

  private String why() {
    return mesh
        ? "The mesh gives each new connection to the next replica. A client that keeps its"
            + " connection stays with one, which is how a browser sees only two of four."
        : "This kernel has no IPVS, so the mesh answers nowhere: in host mode each node's"
            + " replica answered for itself.";
  }
}
