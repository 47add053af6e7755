package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.testkit.LocalSwarm;
import io.github.swarmclient.testkit.RealEngines;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.fault.Faults;
import java.nio.file.Path;
import java.time.Duration;

/** The faults before an engine of this machine, on a unix socket. */
class LocalFaultsTest extends FaultContract {
  @Override
  SwarmCluster start() {
    RealEngines.require(LocalSwarm.unavailable());
    return SwarmCluster.local().managers(1).image(image()).start();
  }

  @Override
  Faults socket(SwarmNode node, Path folder) {
    return node.faults(folder.resolve("docker.sock"));
  }

  @Override
  Duration hang() {
    return Duration.ofMillis(300);
  }
}
