package io.github.swarmclient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.internal.json.Json;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Finds the message in the body of a refusal, whether it is JSON, plain text or a proxy's HTML. */
final class ErrorBody {
  private static final int LONGEST = 1 << 20;

  private ErrorBody() {}

  static String message(TransportResponse response, String path) throws IOException {
    if (response.status() >= 300 && response.status() < 400) {
      return "the engine redirects " + path + ", which this library never follows";
    }
    byte[] body = response.body().readNBytes(LONGEST);
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode message = Json.MAPPER.readTree(body).path("message");
      return message.isTextual() ? message.textValue() : text.strip();
    } catch (JsonProcessingException notJson) {
      return text.strip();
    }
  }
}
