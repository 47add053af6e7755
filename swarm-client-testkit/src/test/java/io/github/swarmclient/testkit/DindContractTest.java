package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.PortCheck.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on real engines, of one version after the other. */
@ParameterizedClass
@Tag("real-contract")
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindContractTest {
  private static @Nullable DindSwarm shared;

  DindContractTest(String image) {
    assertThat(swarm().nodes()).as("engines of " + image).hasSize(3);
  }

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    RealEngines.require(image);
    shared =
        DindSwarm.builder()
            .nodeImage(image)
            .host("docker01")
            .host("docker02")
            .host("docker03")
            .image(SwarmContract.IMAGES)
            .privateImage("nginx:1.13")
            .start();
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  private static DindSwarm swarm() {
    return Objects.requireNonNull(shared);
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

    @Override
    void crash(SwarmNode host) {
      swarm().node(host.hostname()).kill();
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
