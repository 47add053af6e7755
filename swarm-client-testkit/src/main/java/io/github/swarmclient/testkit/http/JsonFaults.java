package io.github.swarmclient.testkit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.testkit.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** JSON that is none, or says what nobody expects. */
final class JsonFaults {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNKNOWN = "unheard-of";

  /** Members whose values an API lists. */
  private static final Set<String> ENUMS =
      Set.of("Availability", "Driver", "LocalNodeState", "Mode", "Role", "Scope", "State", "Type");

  private JsonFaults() {}

  static byte[] spoil(Fault fault, byte[] json) throws IOException {
    return switch (fault) {
      case BYTE_ORDER_MARK -> joined(bytes(0xef, 0xbb, 0xbf), json);
      case WRONG_CHARSET -> withMember(json, "\"Charset\":\"gr\u00fc\u00dfe\"");
      case NAN_NUMBER -> withMember(json, "\"Unheard\":NaN");
      case DEEP_JSON ->
          withMember(json, "\"Unheard\":" + "[".repeat(100_000) + "]".repeat(100_000));
      case UNKNOWN_FIELD -> edited(json, JsonFaults::withUnknown);
      case UNKNOWN_ENUM -> edited(json, JsonFaults::withOtherWords);
      default -> edited(json, node -> node.isArray() ? NullNode.instance : node);
    };
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(second);
    return all.toByteArray();
  }

  /** Puts a member, whose characters are one byte each, into the first object, or makes one. */
  private static byte[] withMember(byte[] json, String member) {
    String text = new String(json, StandardCharsets.ISO_8859_1);
    int brace = text.indexOf('{');
    if (brace < 0) {
      String object = "{" + member + "}";
      return latin(text.startsWith("[") ? "[" + object + "]" : object);
    }
    boolean empty = text.substring(brace + 1).stripLeading().startsWith("}");
    return latin(
        text.substring(0, brace + 1) + member + (empty ? "" : ",") + text.substring(brace + 1));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Changes every part of a document, the innermost first. */
  private static byte[] edited(byte[] json, UnaryOperator<JsonNode> edit) throws IOException {
    JsonNode read = JSON.readTree(json);
    return JSON.writeValueAsBytes(
        edit(read.isMissingNode() ? JSON.createObjectNode() : read, edit));
  }

  private static JsonNode edit(JsonNode node, UnaryOperator<JsonNode> edit) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        member.setValue(edit(member.getValue(), edit));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, edit(array.get(i), edit));
      }
    }
    return edit.apply(node);
  }

  private static JsonNode withUnknown(JsonNode node) {
    if (node instanceof ObjectNode object && !isMap(object)) {
      object.putObject("UnheardOf").putArray("List").add(1).addNull();
    }
    return node;
  }

  /**
   * Whether the keys of an object are data, as those of labels are, all of whose values are text.
   */
  private static boolean isMap(ObjectNode object) {
    for (JsonNode value : object) {
      if (!value.isTextual()) {
        return false;
      }
    }
    return !object.has("ID") && !object.has("Id");
  }

  private static JsonNode withOtherWords(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : ENUMS) {
        if (object.path(name).isTextual()) {
          object.put(name, UNKNOWN);
        }
      }
    }
    return node;
  }
}
