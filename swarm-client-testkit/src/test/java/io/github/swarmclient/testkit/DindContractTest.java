package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.contract.EngineContract;
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
class DindContractTest extends EngineContract {
  private static final SharedDind SHARED = new SharedDind();

  private final String image;

  DindContractTest(String image) {
    this.image = image;
  }

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    SHARED.startThree(
        image, plan -> plan.image(IMAGES.toArray(String[]::new)).privateImage("nginx:1.13"));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  private DindSwarm swarm() {
    return SHARED.of(image);
  }

  @Override
  protected SwarmCluster cluster() {
    return swarm();
  }

  /** By the command line, with every flag that this version of it has. */
  @Override
  protected void createWithEverything(SwarmNode manager, String name) {
    new CommandLine((DindNode) manager).createWithEveryFlag(name);
  }
}
