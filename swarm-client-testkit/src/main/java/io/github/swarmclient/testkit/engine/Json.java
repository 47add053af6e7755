package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and writes the JSON of the Engine API as trees. */
final class Json {
  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode read(byte[] bytes) throws IOException {
    return Text.MAPPER.readTree(bytes);
  }

  static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  static String text(JsonNode node) {
    return Text.of(node);
  }

  /** Returns what stands at the end of a path of member names; a missing node if nothing does. */
  static JsonNode at(JsonNode node, String... path) {
    JsonNode here = node;
    for (String name : path) {
      here = here.path(name);
    }
    return here.isNull() ? MissingNode.getInstance() : here;
  }

  static String string(JsonNode node, String... path) {
    return at(node, path).asText("");
  }

  static long number(JsonNode node, long otherwise, String... path) {
    return at(node, path).asLong(otherwise);
  }

  static boolean flag(JsonNode node, String... path) {
    return at(node, path).asBoolean(false);
  }

  /** Returns the object under {@code name}, which is put there if it is not. */
  static ObjectNode child(ObjectNode node, String name) {
    if (node.get(name) instanceof ObjectNode there) {
      return there;
    }
    ObjectNode made = object();
    node.set(name, made);
    return made;
  }

  static ArrayNode strings(Iterable<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  static Map<String, String> stringMap(JsonNode node) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      map.put(member.getKey(), member.getValue().asText(""));
    }
    return map;
  }

  static ObjectNode map(Map<String, String> values) {
    ObjectNode node = object();
    values.forEach(node::put);
    return node;
  }

  /** Returns a time as Go writes it: no more digits of the second than there are. */
  static String time(Instant instant) {
    String whole = Times.SECONDS.format(instant);
    if (instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))) {
      return whole + "Z";
    }
    String digits = nanos(instant).substring(whole.length(), whole.length() + 10);
    return whole + digits.replaceAll("0+$", "") + "Z";
  }

  /** Returns a time with nine digits of the second, as log lines carry it. */
  static String nanos(Instant instant) {
    return Times.NANOS.format(instant);
  }

  /** Apart, as it takes most of the time of a start to load, and engines that start need none. */
  private static final class Text {
    static final ObjectMapper MAPPER =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static String of(JsonNode node) {
      try {
        return MAPPER.writeValueAsString(node);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Apart for the same reason. */
  private static final class Times {
    static final DateTimeFormatter SECONDS = utc("yyyy-MM-dd'T'HH:mm:ss");
    static final DateTimeFormatter NANOS = utc("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'");

    private static DateTimeFormatter utc(String pattern) {
      return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }
  }
}
