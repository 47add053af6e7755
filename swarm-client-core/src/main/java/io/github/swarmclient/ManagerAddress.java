package io.github.swarmclient;

import io.github.swarmclient.model.Peer;
import io.github.swarmclient.model.SwarmInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where others join a manager. */
final class ManagerAddress {
  private static final String DEFAULT_PORT = ":2377";

  private ManagerAddress() {}

  /**
   * Returns {@code host:port} of the manager that {@code swarm} is of: its own entry among the
   * managers, which names the port, or else the address of its node.
   */
  static String of(SwarmInfo swarm) {
    return swarm.remoteManagers().stream()
        .filter(peer -> Objects.equals(peer.nodeId(), swarm.nodeId()))
        .map(ManagerAddress::of)
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElseGet(() -> withPort(Objects.requireNonNullElse(swarm.nodeAddr(), "")));
  }

  private static String of(Peer peer) {
    @Nullable String address = peer.addr();
    return address == null ? "" : address;
  }

  private static String withPort(String host) {
    return (host.contains(":") ? "[" + host + "]" : host) + DEFAULT_PORT;
  }
}
