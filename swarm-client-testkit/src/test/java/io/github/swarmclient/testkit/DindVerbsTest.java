package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.contract.ClusterContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The verbs are those of the containers around the engines, so one generation is enough. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("DindVerbsTest") // by which its own tests run one after the other
@MethodSource("io.github.swarmclient.testkit.RealEngines#newest")
class DindVerbsTest extends ClusterContract {
  private static final SharedDind SHARED = new SharedDind();

  private final String image;

  DindVerbsTest(String image) {
    this.image = image;
  }

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    SHARED.start(image, plan -> plan.managers(3).workers(1).image(IMAGE));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  @Override
  protected SwarmCluster cluster() {
    return SHARED.of(image);
  }

  @Test
  void badInputIsRefusedAtOnce() {
    BadBuilders.areRefused(SwarmCluster::dind);
  }
}
