package io.github.swarmclient.testkit.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Speaks to an engine as the wire does: paths, bytes and statuses. */
public final class Wire implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SwarmTransport transport;
  private final Map<String, String> headers;

  private Wire(SwarmTransport transport, Map<String, String> headers) {
    this.transport = transport;
    this.headers = headers;
  }

  /** Returns what speaks to an engine. */
  public static Wire to(SwarmNode node) {
    return new Wire(node.transport(), Map.of());
  }

  /** Returns what speaks through a transport, which stays the caller's. */
  public static Wire over(SwarmTransport transport) {
    return new Wire(transport, Map.of());
  }

  /** Returns what any engine answers, as it is. */
  public static JsonNode get(SwarmNode node, String target) {
    try (SwarmTransport transport = node.transport()) {
      Answer answer = new Wire(transport, Map.of()).get(target);
      answer.expectSuccess();
      return answer.json();
    }
  }

  /** Posts something to any engine, which has to take it. */
  public static void post(SwarmNode node, String target, JsonNode body) {
    try (SwarmTransport transport = node.transport()) {
      Answer answer = new Wire(transport, Map.of()).post(target, body);
      answer.expectSuccess();
    }
  }

  /** Returns the same, with a header in each request. */
  public Wire with(String header, String value) {
    return new Wire(transport, Map.of(header, value));
  }

  /**
   * An answer, read to its end.
   *
   * @param bytes the body
   * @param headers those that anybody looks at
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Answer(int status, byte[] bytes, Map<String, String> headers) {
    /** Returns the body as text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the body as JSON. */
    public JsonNode json() {
      return read(text());
    }

    /** Returns what an engine says is wrong. */
    public String message() {
      return json().path("message").asText();
    }

    /** Returns this if the engine did what it was asked for; fails with its answer if not. */
    public Answer expectSuccess() {
      if (status / 100 != 2) {
        throw new AssertionError("status " + status + ": " + text());
      }
      return this;
    }
  }

  /** Returns a text as JSON. */
  public static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns JSON written with single quotes. */
  public static ObjectNode json(String text) {
    return (ObjectNode) read(text.replace('\'', '"'));
  }

  /** Sends a request; whoever calls this closes the answer. */
  public TransportResponse open(String method, String target, byte[] body, String type) {
    try {
      RequestBody content = body.length == 0 ? null : RequestBody.of(type, body);
      return transport.send(new TransportRequest(method, target, headers, content, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request, and reads the answer. */
  public Answer send(String method, String target, byte[] body, String type) {
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

  /** Sends a GET. */
  public Answer get(String target) {
    return send("GET", target, new byte[0], "");
  }

  /** Sends a DELETE. */
  public Answer delete(String target) {
    return send("DELETE", target, new byte[0], "");
  }

  /** Sends a POST with JSON written with single quotes. */
  public Answer post(String target, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return send("POST", target, body, "application/json");
  }

  /** Sends a POST. */
  public Answer post(String target, JsonNode json) {
    return send(
        "POST", target, json.toString().getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** Returns the query of filters, from JSON written with single quotes. */
  public static String filters(String json) {
    return "filters=" + URLEncoder.encode(json.replace('\'', '"'), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    transport.close();
  }
}
