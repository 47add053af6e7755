package io.github.swarmclient.testkit;

import io.github.swarmclient.PortCheck.Outcome;
import io.github.swarmclient.testkit.contract.EngineContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract on embedded engines. */
class EmbeddedContractTest extends EngineContract {
  private EmbeddedSwarm swarm;

  @BeforeEach
  void start() {
    swarm =
        EmbeddedSwarm.builder()
            .host("docker01")
            .host("docker02")
            .host("docker03")
            .onlyImages(IMAGES.toArray(String[]::new))
            .image(IMAGES.toArray(String[]::new))
            .privateImage("registry:5000/nginx:1.13", "ann", "sesame")
            .start();
  }

  @AfterEach
  void close() {
    swarm.close();
  }

  @Override
  protected SwarmCluster cluster() {
    return swarm;
  }

  @Override
  protected Outcome tcpOfMember() {
    return Outcome.NOT_VERIFIABLE;
  }
}
