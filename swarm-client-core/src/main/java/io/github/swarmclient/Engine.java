package io.github.swarmclient;

import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One engine a client talks to, and the API version it talks with it. */
final class Engine implements AutoCloseable {
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(30);

  private final SwarmTransport transport;
  private final @Nullable ApiVersion pinned;

  /** Guarded by this, so that the first calls of many threads ask once. */
  private @Nullable ApiVersion version;

  Engine(SwarmTransport transport, @Nullable ApiVersion pinned) {
    this.transport = transport;
    this.pinned = pinned;
  }

  /** Returns the address, for messages. */
  String name() {
    return transport.toString();
  }

  TransportResponse send(TransportRequest request) throws IOException {
    return transport.send(request);
  }

  /**
   * Returns the version to talk: the engine's own, also where it is newer than this library, since
   * engines drop from a request what is newer than the version in its path.
   */
  synchronized ApiVersion version() throws IOException {
    if (version == null) {
      version = negotiated(spoken());
    }
    return version;
  }

  private ApiVersion negotiated(ApiVersion spoken) {
    ApiVersion wanted = pinned == null ? ApiVersion.MINIMUM : pinned;
    if (!spoken.atLeast(wanted)) {
      String who = pinned == null ? "this library" : "this client, as it was told,";
      throw new UnsupportedApiException("connection to " + name(), who, wanted, spoken);
    }
    return pinned == null ? spoken : pinned;
  }

  private ApiVersion spoken() throws IOException {
    TransportRequest ping = new TransportRequest("GET", "/_ping", Map.of(), null, PING_TIMEOUT);
    try (TransportResponse answer = transport.send(ping)) {
      String header = answer.header("Api-Version");
      answer.body().readNBytes(1024);
      if (header == null || !header.matches("\\d{1,4}\\.\\d{1,4}")) {
        throw new MalformedResponseException(
            "connection to " + name(),
            "what answers there is no Docker engine: /_ping came with status "
                + answer.status()
                + " and without an API version",
            null);
      }
      return ApiVersion.parse(header);
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
