package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.testkit.fault.Fault.Stage;
import io.github.swarmclient.testkit.fault.Faults;
import io.github.swarmclient.testkit.http.FaultBoard.Aim;
import io.github.swarmclient.testkit.http.FaultBoard.Armed;
import io.github.swarmclient.transport.EngineAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The faults of one server, or a view of them that strikes some requests only. */
record SocketFaults(EngineServer server, Aim aim, @Nullable Duration time) implements Faults {
  @Override
  public void next(Fault fault) {
    if (fault.stage() == Stage.CONNECT && fault != Fault.ACCEPT_THEN_CLOSE) {
      throw new IllegalArgumentException(
          fault + " strikes every connection until clear(): use always(" + fault + ")");
    }
    arm(fault, true);
  }

  @Override
  public void always(Fault fault) {
    if (fault.stage() == Stage.CONNECT && fault != Fault.ACCEPT_THEN_CLOSE) {
      requireNoAim(fault);
      server.lock(fault);
    } else {
      arm(fault, false);
    }
  }

  private void arm(Fault fault, boolean once) {
    if (fault.stage() == Stage.CONNECT) {
      requireNoAim(fault);
    }
    server.board().arm(new Armed(fault, once, aim, time));
    if (fault.stage() == Stage.CONNECT) {
      server.endConnections();
    }
  }

  private void requireNoAim(Fault fault) {
    if (!aim.equals(Aim.ANYWHERE)) {
      throw new IllegalArgumentException(
          fault + " strikes connections, and so cannot be for certain requests only");
    }
  }

  @Override
  public Faults on(String method, String path) {
    return new SocketFaults(server, Aim.at(method, path), time);
  }

  @Override
  public Faults lasting(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a fault does not last " + time);
    }
    return new SocketFaults(server, aim, time);
  }

  @Override
  public void clear() {
    server.clear();
  }

  @Override
  public int struck(Fault fault) {
    return server.board().struck(fault);
  }

  @Override
  public EngineAddress address() {
    return server.address();
  }

  @Override
  public Path certificates() {
    return Certificates.get().folder();
  }

  @Override
  public String toString() {
    return "faults of " + address();
  }
}
