package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers, and a body that is there already or arrives over time. */
record Reply(int status, Map<String, String> headers, InputStream body) {

  static Reply json(int status, JsonNode node) {
    // Go's encoder ends every value with a line feed.
    byte[] bytes = (Json.text(node) + "\n").getBytes(StandardCharsets.UTF_8);
    return bytes(status, "application/json", bytes);
  }

  static Reply ok(JsonNode node) {
    return json(200, node);
  }

  static Reply empty(int status) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (status != 204) {
      headers.put("Content-Length", "0");
    }
    return new Reply(status, headers, new ByteArrayInputStream(new byte[0]));
  }

  static Reply bytes(int status, String contentType, byte[] bytes) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("Content-Length", Integer.toString(bytes.length));
    return new Reply(status, headers, new ByteArrayInputStream(bytes));
  }

  static Reply stream(String contentType, InputStream body) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (!contentType.isEmpty()) {
      headers.put("Content-Type", contentType);
    }
    return new Reply(200, headers, body);
  }

  static Reply error(EngineError error) {
    if (error.plain()) {
      byte[] text = (error.text() + "\n").getBytes(StandardCharsets.UTF_8);
      return bytes(error.status(), "text/plain; charset=utf-8", text);
    }
    return json(error.status(), Json.object().put("message", error.text()));
  }

  Reply with(String name, String value) {
    headers.put(name, value);
    return this;
  }
}
