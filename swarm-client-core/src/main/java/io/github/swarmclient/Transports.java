package io.github.swarmclient;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.SwarmTransportProvider;
import java.util.ServiceLoader;

/** Finds the transport for an address among those on the class path. */
final class Transports {
  private Transports() {}

  static EngineAddress environment() {
    String host = System.getenv("DOCKER_HOST");
    return host == null || host.isBlank() ? EngineAddress.LOCAL : EngineAddress.of(host.strip());
  }

  static SwarmTransport open(EngineAddress address) {
    boolean any = false;
    for (SwarmTransportProvider provider : ServiceLoader.load(SwarmTransportProvider.class)) {
      any = true;
      if (provider.supports(address)) {
        return provider.open(address);
      }
    }
    throw new IllegalStateException(
        any
            ? "no transport on the class path supports " + address
            : "no transport is on the class path to reach "
                + address
                + "; add the artifact io.github.swarmclient:swarm-client-okhttp, or bring one to"
                + " SwarmClient.over(transport)");
  }
}
