package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.fault.Faults;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The faults before embedded engines, on both kinds of sockets, beside all other tests: most of it
 * is waiting.
 */
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedFaultsTest {
  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock("OnAPort") // by which its own tests run one after the other
  class OnAPort extends FaultContract {
    @Override
    SwarmCluster start() {
      return SwarmCluster.embedded().managers(1).start();
    }

    @Override
    Faults socket(SwarmNode node, Path folder) {
      return node.faults();
    }

    @Override
    @Nullable Duration hang() {
      return null;
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock("OnAUnixSocket")
  class OnAUnixSocket extends FaultContract {
    @Override
    SwarmCluster start() {
      return SwarmCluster.embedded().managers(1).start();
    }

    @Override
    Faults socket(SwarmNode node, Path folder) {
      return node.faults(folder.resolve("docker.sock"));
    }

    @Override
    @Nullable Duration hang() {
      return null;
    }
  }
}
