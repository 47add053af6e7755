package io.github.swarmclient.examples;

import static io.github.swarmclient.RolloutOutcome.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.swarmclient.RolloutException;
import io.github.swarmclient.Services;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.FailureAction;
import io.github.swarmclient.testkit.EmbeddedSwarm;
import org.junit.jupiter.api.Test;

/** The test that stands in the README, line by line. */
class ReadmeTest {
  // tag::test[]
  @Test
  void aReleaseThatCrashesIsTakenBack() {
    try (EmbeddedSwarm engines = EmbeddedSwarm.start("docker01");
        SwarmClient swarm = engines.node("docker01").connect()) {
      swarm.init().execute();
      engines.whenImage("shop:2").exitsWith(1);
      Services services = swarm.services();
      services
          .create("shop")
          .image("shop:1")
          .updateConfig(u -> u.failureAction(FailureAction.ROLLBACK))
          .await();
      var update = services.update("shop").image("shop:2");
      assertThat(assertThrows(RolloutException.class, update::await).result().outcome())
          .isEqualTo(ROLLED_BACK);
    }
  }
  // end::test[]
}
