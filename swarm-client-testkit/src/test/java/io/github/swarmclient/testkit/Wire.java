package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Speaks to an embedded engine as the wire does: paths, bytes and statuses. */
final class Wire {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private final SwarmTransport transport;
  private final Map<String, String> headers;

  private Wire(SwarmTransport transport, Map<String, String> headers) {
    this.transport = transport;
    this.headers = headers;
  }

  static Wire to(EmbeddedNode node) {
    return new Wire(node.transport(), Map.of());
  }

  /** Returns what any engine answers, as it is. */
  static JsonNode get(SwarmNode node, String target) {
    try (SwarmTransport transport = node.transport()) {
      Answer answer = new Wire(transport, Map.of()).get(target);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return answer.json();
    }
  }

  /** Posts something to any engine, which has to take it. */
  static void post(SwarmNode node, String target, JsonNode body) {
    try (SwarmTransport transport = node.transport()) {
      Answer answer = new Wire(transport, Map.of()).post(target, body);
      assertThat(answer.status() / 100).as(answer.text()).isEqualTo(2);
    }
  }

  Wire with(String header, String value) {
    return new Wire(transport, Map.of(header, value));
  }

  /** An answer, read to its end. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, byte[] bytes, Map<String, String> headers) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return read(text());
    }

    String message() {
      return json().path("message").asText();
    }
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns JSON written with single quotes. */
  static ObjectNode json(String text) {
    return (ObjectNode) read(text.replace('\'', '"'));
  }

  TransportResponse open(String method, String target, byte[] body, String type) {
    try {
      RequestBody content = body.length == 0 ? null : RequestBody.of(type, body);
      return transport.send(new TransportRequest(method, target, headers, content, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer send(String method, String target, byte[] body, String type) {
    try (TransportResponse response = open(method, target, body, type)) {
      Map<String, String> found = new java.util.TreeMap<>();
      for (String name :
          new String[] {
            "Api-Version", "Content-Type", "Location", "Swarm", "X-Docker-Container-Path-Stat"
          }) {
        String value = response.header(name);
        if (value != null) {
          found.put(name, value);
        }
      }
      return new Answer(response.status(), response.body().readAllBytes(), found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer get(String target) {
    return send("GET", target, new byte[0], "");
  }

  Answer delete(String target) {
    return send("DELETE", target, new byte[0], "");
  }

  Answer post(String target, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return send("POST", target, body, "application/json");
  }

  Answer post(String target, JsonNode json) {
    return send(
        "POST", target, json.toString().getBytes(StandardCharsets.UTF_8), "application/json");
  }

  static String filters(String json) {
    return "filters=" + URLEncoder.encode(json.replace('\'', '"'), StandardCharsets.UTF_8);
  }
}
