package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.ApiVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request as an endpoint sees it: decoded, and with the parts of its path at hand. */
@SuppressWarnings("ArrayRecordComponent") // the body is never changed, nor calls compared
record Call(
    Host host,
    String method,
    ApiVersion version,
    List<String> args,
    Query query,
    Map<String, String> headers,
    byte[] body) {

  World world() {
    return host.world();
  }

  /** Returns the part of the path that the n-th group of the route stands for. */
  String arg(int n) {
    return args.get(n);
  }

  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  boolean before(int minor) {
    return !version.atLeast(ApiVersion.of(1, minor));
  }

  /** Returns the swarm this engine manages, or refuses as an engine does that manages none. */
  Cluster cluster() {
    return host.managed(!method.equals("GET"));
  }

  /** Returns the JSON object in the body. */
  ObjectNode json() {
    String type = header("Content-Type").split(";", 2)[0].trim();
    // Engines up to 20.10 do not look at it.
    if (host.engineAtLeast(23) && !type.isEmpty() && !type.equals("application/json")) {
      throw EngineError.invalid(
          "unsupported Content-Type header (" + type + "): must be 'application/json'");
    }
    if (new String(body, StandardCharsets.UTF_8).isBlank()) {
      throw EngineError.invalid("invalid JSON: got EOF while reading request body");
    }
    try {
      JsonNode node = Json.read(body);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw EngineError.invalid("invalid JSON: json: cannot unmarshal into Go value");
    } catch (IOException e) {
      throw EngineError.invalid("invalid JSON: invalid character looking for beginning of value");
    }
  }
}
