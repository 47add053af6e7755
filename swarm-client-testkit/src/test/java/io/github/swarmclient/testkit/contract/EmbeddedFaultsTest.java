package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.fault.Faults;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The faults before embedded engines, on both kinds of sockets. */
@SuppressWarnings("NullAway.Init")
class EmbeddedFaultsTest {
  @Nested
  class OnAPort extends FaultContract {
    @Override
    SwarmCluster start() {
      return SwarmCluster.embedded().managers(1).start();
    }

    @Override
    Faults socket(SwarmNode node) {
      return node.faults();
    }

    @Override
    @Nullable Duration hang() {
      return null;
    }
  }

  @Nested
  class OnAUnixSocket extends FaultContract {
    @TempDir private Path folder;

    @Override
    SwarmCluster start() {
      return SwarmCluster.embedded().managers(1).start();
    }

    @Override
    Faults socket(SwarmNode node) {
      return node.faults(folder.resolve("docker.sock"));
    }

    @Override
    @Nullable Duration hang() {
      return null;
    }
  }
}
