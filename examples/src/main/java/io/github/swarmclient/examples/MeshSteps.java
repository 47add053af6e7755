package io.github.swarmclient.examples;

import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.testkit.SwarmNode;
import java.io.IOException;
import java.util.List;

/** Rows 31 and 32: what answers at published ports. */
final class MeshSteps {
  private final Lab lab;

  MeshSteps(Lab lab) {
    this.lab = lab;
  }

  List<Step> steps() {
    return List.of(
        new Step(
            31, "20 requests to any node", "LoadBalancing", () -> new LoadBalancing(lab).run()),
        new Step(32, "the routing mesh", "a port of a node without a task", this::mesh));
  }

  private String mesh() throws IOException {
    return lab.cluster.routingMesh() ? throughTheMesh() : inHostMode();
  }

  private String throughTheMesh() throws IOException {
    lab.services().create("single").image("nginx:1.13").replicas(1).publish(8082, 80).await();
    for (SwarmNode node : lab.cluster.nodes()) {
      Expect.that(!node.fetch(8082, "/").isEmpty(), "an answer of every node", node.hostname());
    }
    lab.services().remove("single").awaitGone();
    return "one replica, and port 8082 answers on all 3 nodes";
  }

  /** What can be shown without IPVS: the port answers where a task is, and nowhere else. */
  private String inHostMode() throws IOException {
    lab.services()
        .create("single")
        .image("nginx:1.13")
        .replicas(1)
        .publish(p -> p.target(80).published(8082).host())
        .await();
    ServiceTask task = lab.services().tasks("single").running().get(0);
    for (SwarmNode node : lab.cluster.nodes()) {
      boolean here = node.hostname().equals(task.node());
      Expect.that(answers(node) == here, "an answer only on " + task.node(), node.hostname());
    }
    lab.services().remove("single").awaitGone();
    return "this kernel has no IPVS, so the mesh was not shown; in host mode port 8082 answers on "
        + task.node()
        + ", where the task is, and on no other node";
  }

  private static boolean answers(SwarmNode node) {
    try {
      return !node.fetch(8082, "/").isEmpty();
    } catch (IOException nothing) {
      return false;
    }
  }
}
