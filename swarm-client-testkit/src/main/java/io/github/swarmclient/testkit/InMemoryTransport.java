package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.engine.Host;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A transport that hands requests to an embedded engine as they are. */
final class InMemoryTransport implements SwarmTransport {
  private final Host host;
  private final Set<TransportResponse> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  InMemoryTransport(Host host) {
    this.host = host;
  }

  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    if (closed) {
      throw new IllegalStateException("the transport to " + this + " is closed");
    }
    TransportResponse response = new Tracked(host.send(request), open);
    open.add(response);
    // Whoever closed this meanwhile may have missed the response.
    if (closed) {
      response.close();
    }
    return response;
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(TransportResponse::close);
  }

  @Override
  public String toString() {
    return "embedded://" + host.hostname();
  }

  /** A response that is kept in mind until it is closed. */
  private record Tracked(TransportResponse response, Set<TransportResponse> open)
      implements TransportResponse {
    @Override
    public int status() {
      return response.status();
    }

    @Override
    public @Nullable String header(String name) {
      return response.header(name);
    }

    @Override
    public InputStream body() {
      return response.body();
    }

    @Override
    public @Nullable OutputStream upgraded() {
      return response.upgraded();
    }

    @Override
    public void close() {
      open.remove(this);
      response.close();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tracked that && response == that.response;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(response);
    }
  }
}
