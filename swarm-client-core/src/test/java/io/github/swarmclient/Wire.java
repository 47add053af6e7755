package io.github.swarmclient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.internal.json.Json;
import io.github.swarmclient.model.ServiceSpec;
import org.jspecify.annotations.Nullable;

/** Objects as they go over the wire, for comparisons; texts are written with single quotes. */
final class Wire {
  private Wire() {}

  static JsonNode of(@Nullable Object object) {
    return json(text(object));
  }

  static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static ServiceSpec spec(String text) {
    return read(text, ServiceSpec.class);
  }

  static <M> M read(String text, Class<M> type) {
    try {
      return Json.MAPPER.readValue(text.replace('\'', '"'), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static String text(@Nullable Object object) {
    try {
      return Json.MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
