package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.contract.RaftContract;
import org.junit.jupiter.api.AfterEach;

/** On engines in this process, in virtual time. */
class EmbeddedRaftTest extends RaftContract {
  private final EmbeddedSwarm swarm = SwarmCluster.embedded().managers(3).start();

  @AfterEach
  void close() {
    swarm.close();
  }

  @Override
  protected SwarmCluster cluster() {
    return swarm;
  }
}
