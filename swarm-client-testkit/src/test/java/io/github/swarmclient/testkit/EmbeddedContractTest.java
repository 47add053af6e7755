package io.github.swarmclient.testkit;

import io.github.swarmclient.PortCheck.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The contract on embedded engines. */
class EmbeddedContractTest {
  private EmbeddedSwarm swarm;

  @BeforeEach
  void start() {
    swarm =
        EmbeddedSwarm.builder()
            .host("docker01")
            .host("docker02")
            .host("docker03")
            .onlyImages(SwarmContract.IMAGES)
            .privateImage("registry:5000/nginx:1.13", "ann", "sesame")
            .start();
  }

  @AfterEach
  void close() {
    swarm.close();
  }

  @Nested
  class Forming extends FormingContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }

    @Override
    Outcome tcpOfMember() {
      return Outcome.NOT_VERIFIABLE;
    }
  }

  @Nested
  class Nodes extends NodesContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Services extends ServiceContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Rollouts extends RolloutContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Containers extends ContainerContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }

    @Override
    void crash(SwarmNode host) {
      host.stop();
    }
  }

  @Nested
  class Mesh extends MeshContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class BadInput extends BadInputContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }
}
