package io.github.swarmclient.testkit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.PortCheck.Outcome;
import io.github.swarmclient.model.TaskStatus;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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

    /** Embedded containers know no signals; how long they take to stop is scripted. */
    @Test
    @DisplayName("51: the stop signal and the grace period are what a container meets")
    void stopping() {
      assertThat(exitOfTheOld("polite", "trap 'exit 7' USR1", "SIGUSR1", ofSeconds(30)))
          .isEqualTo(7);
      assertThat(exitOfTheOld("deaf", "trap '' TERM", "SIGTERM", ofSeconds(1))).isEqualTo(137);
    }

    private @Nullable Integer exitOfTheOld(
        String service, String trap, String signal, Duration grace) {
      brisk(m.services().create(service).image("alpine"))
          .args("sh", "-c", trap + "; while :; do sleep 1; done")
          .stopSignal(signal)
          .stopGracePeriod(grace)
          .await();
      String old = running(service).get(0).id();
      m.services().update(service).env("A", "b").await();
      TaskStatus status = Objects.requireNonNull(m.tasks().inspect(old).status());
      return Objects.requireNonNull(status.containerStatus()).exitCode();
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
