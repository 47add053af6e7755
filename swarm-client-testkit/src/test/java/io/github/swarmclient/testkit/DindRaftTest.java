package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.contract.RaftContract;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On three managers of real engines, by a run of their own: managers that do not get a processor
 * when they need one lose their leader, and what is asked here is who loses it when.
 */
@ParameterizedClass
@Execution(ExecutionMode.SAME_THREAD)
@EnabledIfEnvironmentVariable(
    named = RealEngines.RAFT,
    matches = ".+",
    disabledReason = "managers that nothing else keeps busy are named by " + RealEngines.RAFT)
@MethodSource("io.github.swarmclient.testkit.RealEngines#raft")
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
