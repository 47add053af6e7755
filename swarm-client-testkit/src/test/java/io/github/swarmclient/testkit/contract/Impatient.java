package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;

/** A transport that bears less silence than the library does, so that a stall is seen quickly. */
record Impatient(SwarmTransport transport, Duration patience) implements SwarmTransport {
  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    Duration given = request.readTimeout();
    return transport.send(
        new TransportRequest(
            request.method(),
            request.target(),
            request.headers(),
            request.body(),
            given == null ? null : patience));
  }

  @Override
  public void close() {
    transport.close();
  }

  @Override
  public String toString() {
    return transport.toString();
  }
}
