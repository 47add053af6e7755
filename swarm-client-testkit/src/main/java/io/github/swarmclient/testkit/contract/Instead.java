package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Lets a client send what it would never send by itself, to see what it makes of the answer:
 * another request goes to the engine instead of the client's.
 */
final class Instead implements SwarmTransport {
  private final SwarmTransport engine;
  private final String method;
  private final String target;
  private final String json;

  private Instead(SwarmTransport engine, String method, String target, String json) {
    this.engine = engine;
    this.method = method;
    this.target = target;
    this.json = json.replace('\'', '"');
  }

  /** Sends a request; a client reads the answer, and throws what it takes it for. */
  static void send(SwarmNode node, String method, String target, String json) {
    try (SwarmClient client =
        SwarmClient.over(new Instead(node.transport(), method, target, json))) {
      // Drops an answer of success, whatever it is.
      client.ping();
      client.services().remove("instead").execute();
    }
  }

  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    if (request.target().endsWith("/_ping")) {
      return engine.send(request);
    }
    RequestBody body =
        json.isEmpty()
            ? null
            : RequestBody.of("application/json", json.getBytes(StandardCharsets.UTF_8));
    return engine.send(new TransportRequest(method, target, Map.of(), body, null));
  }

  @Override
  public void close() {
    engine.close();
  }
}
