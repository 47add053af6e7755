package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.testkit.SwarmNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows 31 and 32 of the walkthrough: what answers at published ports. Where the kernel has no IPVS
 * the mesh answers nowhere, and ports in host mode are looked at instead.
 */
abstract class MeshContract extends SwarmContract {
  private static final int REQUESTS = 20;

  @Test
  void row31TwentyRequestsAreAnsweredByEveryReplica(@TempDir Path folder) throws IOException {
    if (cluster.routingMesh()) {
      web("balanced").replicas(4).publish(8081, 80).await();
    } else {
      web("balanced").global().publish(p -> p.target(80).published(8081).host()).await();
    }
    Map<String, Integer> answers = new LinkedHashMap<>();
    Path page = folder.resolve("index.html");
    for (ServiceTask task : running("balanced")) {
      Files.writeString(page, task.id());
      m.tasks().copyTo(task.task(), page, "/usr/share/nginx/html");
      answers.put(task.id(), 0);
    }
    List<SwarmNode> hosts = cluster.nodes();
    for (int i = 0; i < REQUESTS; i++) {
      SwarmNode host = hosts.get(i % hosts.size());
      String answer = host.fetch(8081, "/").strip();
      assertThat(answers).containsKey(answer);
      answers.merge(answer, 1, Integer::sum);
      if (!cluster.routingMesh()) {
        assertThat(runningOn("balanced", host)).containsExactly(answer);
      }
    }
    assertThat(answers.values()).allMatch(count -> count > 0);
    assertThat(answers.values().stream().mapToInt(count -> count).sum()).isEqualTo(REQUESTS);
  }

  @Test
  void row32AMeshPortAnswersOnEveryNodeAndAHostPortWhereATaskIs() throws IOException {
    if (cluster.routingMesh()) {
      web("meshed").replicas(1).publish(8082, 80).await();
      for (SwarmNode host : cluster.nodes()) {
        assertThat(host.fetch(8082, "/")).as(host.hostname()).isNotEmpty();
      }
      m.services().remove("meshed").awaitGone();
      assertThat(cluster.nodes()).noneMatch(host -> answers(host, 8082));
    }
    web("single").replicas(1).publish(p -> p.target(80).published(8083).host()).await();
    String there = running("single").get(0).node();
    for (SwarmNode host : cluster.nodes()) {
      assertThat(answers(host, 8083)).as(host.hostname()).isEqualTo(host.hostname().equals(there));
    }
  }
}
