package io.github.swarmclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmFormation;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.testkit.EmbeddedSwarm;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  @Test
  void theQuickstartEndsWithTheThreeReplicasItBeganWith() {
    try (EmbeddedSwarm engines = EmbeddedSwarm.start("docker01", "docker02", "docker03");
        SwarmClient m = engines.nodes().get(0).connect();
        SwarmClient w2 = engines.nodes().get(1).connect();
        SwarmClient w3 = engines.nodes().get(2).connect()) {
      engines.whenImage("nginx:1.13").logs("a request");
      SwarmFormation.on(m).advertiseAddr(engines.nodes().get(0).address()).workers(w2, w3).form();
      Quickstart.run(m.services());
      assertThat(m.services().tasks("my_web").running()).hasSize(3);
      assertThat(m.services().inspect("my_web"))
          .extracting(Service::updateStatus)
          .extracting(status -> Optional.ofNullable(status.message()).orElse(""))
          .asString()
          .contains("rollback");
    }
  }

  @Test
  void theWalkthroughPassesAllStepsOnTheEmbeddedEngine() {
    try (Lab lab = new Lab(Engines.start("--engine", "embedded"))) {
      assertThat(Walkthrough.run(lab)).isEqualTo(32);
    }
  }
}
