package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.contract.EngineContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract on real engines, of all versions side by side, and on several clusters of each: real
 * engines mostly wait.
 */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
@SuppressWarnings("NullAway.Init") // before each test
class DindContractTest extends EngineContract {
  private static final SparedDind CLUSTERS = new SparedDind();

  private final String image;
  private DindSwarm swarm;

  DindContractTest(String image) {
    this.image = image;
  }

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    CLUSTERS.startThrees(
        image, plan -> plan.image(IMAGES.toArray(String[]::new)).privateImage("nginx:1.13"));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    CLUSTERS.close(image);
  }

  @BeforeEach
  void take() throws InterruptedException {
    swarm = CLUSTERS.take(image);
  }

  @AfterEach
  void giveBack() {
    CLUSTERS.giveBack(image, swarm);
  }

  @Override
  protected SwarmCluster cluster() {
    return swarm;
  }

  /** By the command line, with every flag that this version of it has. */
  @Override
  protected void createWithEverything(SwarmNode manager, String name) {
    new CommandLine((DindNode) manager).createWithEveryFlag(name);
  }
}
