package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.testkit.RealEngines;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.fault.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The faults before a real engine, the newest there is. */
@Execution(ExecutionMode.SAME_THREAD)
class DindFaultsTest extends FaultContract {
  @Override
  SwarmCluster start() {
    List<String> images = RealEngines.images();
    String newest = images.get(images.size() - 1);
    RealEngines.require(newest);
    return SwarmCluster.dind().nodeImage(newest).managers(1).image(image()).start();
  }

  @Override
  Faults socket(SwarmNode node, Path folder) {
    return node.faults();
  }

  @Override
  Duration hang() {
    return Duration.ofMillis(300);
  }
}
