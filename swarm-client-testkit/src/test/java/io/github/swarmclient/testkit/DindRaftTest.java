package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.contract.RaftContract;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** On three managers of each version of real engines, side by side. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindRaftTest extends RaftContract {
  private static final SharedDind SHARED = new SharedDind();

  private final String image;

  DindRaftTest(String image) {
    this.image = image;
  }

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    SHARED.start(image, plan -> plan.managers(3));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  @Override
  protected SwarmCluster cluster() {
    return SHARED.of(image);
  }
}
