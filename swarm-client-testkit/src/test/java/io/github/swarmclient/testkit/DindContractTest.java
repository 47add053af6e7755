package io.github.swarmclient.testkit;

import io.github.swarmclient.PortCheck.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on real engines, of all versions side by side. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindContractTest {
  private static final SharedDind SHARED = new SharedDind();

  private final String image;

  DindContractTest(String image) {
    this.image = image;
  }

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    SHARED.startThree(image, plan -> plan.image(SwarmContract.IMAGES).privateImage("nginx:1.13"));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  private DindSwarm swarm() {
    return SHARED.of(image);
  }

  @Nested
  class Forming extends FormingContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }

    @Override
    Outcome tcpOfMember() {
      return Outcome.REACHABLE;
    }
  }

  @Nested
  class Nodes extends NodesContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class Services extends ServiceContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class Rollouts extends RolloutContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class Containers extends ContainerContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class Mesh extends MeshContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class Statuses extends StatusContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class Clusters extends ClusterBehaviour {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class ServiceBehaviours extends ServiceBehaviour {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class Tasks extends TaskBehaviour {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }

  @Nested
  class Lossless extends LosslessContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }

    @Override
    void createWithEverything(String name) {
      new CommandLine(swarm().node("docker01")).createWithEveryFlag(name);
    }

    @Override
    void setNodeAndSwarm() {
      new CommandLine(swarm().node("docker01")).setNodeAndSwarm();
    }
  }

  @Nested
  class BadInput extends BadInputContract {
    @Override
    SwarmCluster engines() {
      return swarm();
    }
  }
}
