package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The {@code filters} of a list request: any of the values of a key, all of the keys. */
final class Filters {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  Filters(Call call, Set<String> accepted) {
    String text = call.query().get("filters");
    if (!text.isEmpty()) {
      read(call, text);
    }
    for (String key : values.keySet()) {
      if (!accepted.contains(key)) {
        String word = call.host().engineAtLeast(22) ? "invalid" : "Invalid";
        throw EngineError.invalid(word + " filter '" + key + "'");
      }
    }
  }

  private void read(Call call, String text) {
    JsonNode node;
    try {
      node = Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw malformed(call);
    }
    if (!node.isObject()) {
      throw malformed(call);
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      List<String> list = new ArrayList<>();
      if (member.getValue().isArray()) {
        member.getValue().forEach(value -> list.add(value.asText()));
      } else {
        // The form of API 1.21 and before, {"label":{"a=b":true}}, is still understood.
        member.getValue().fieldNames().forEachRemaining(list::add);
      }
      values.put(member.getKey(), list);
    }
  }

  private static EngineError malformed(Call call) {
    return EngineError.of(
        call.host().engineAtLeast(22) ? 400 : 500,
        "invalid character looking for beginning of value");
  }

  List<String> get(String key) {
    return values.getOrDefault(key, List.of());
  }

  boolean has(String key) {
    return !get(key).isEmpty();
  }

  /** Returns whether there is no such filter, or {@code test} holds for any of its values. */
  boolean any(String key, Predicate<String> test) {
    return !has(key) || get(key).stream().anyMatch(test);
  }

  /**
   * Returns whether an object begins with any of the identifiers and any of the names asked for.
   */
  boolean fit(Stored object) {
    return any("id", object.id::startsWith) && any("name", object.name()::startsWith);
  }

  /**
   * Returns whether all the labels asked for are there, with their values if those are asked for.
   */
  boolean labels(String key, Map<String, String> labels) {
    for (String label : get(key)) {
      int equals = label.indexOf('=');
      String name = equals < 0 ? label : label.substring(0, equals);
      String value = labels.get(name);
      if (value == null || (equals >= 0 && !value.equals(label.substring(equals + 1)))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether labels are such as a prune asks for: these, and none of those. */
  boolean wants(Map<String, String> labels) {
    boolean unwanted =
        get("label!").stream()
            .anyMatch(
                label -> {
                  int equals = label.indexOf('=');
                  String value = labels.get(equals < 0 ? label : label.substring(0, equals));
                  return value != null && (equals < 0 || value.equals(label.substring(equals + 1)));
                });
    return !unwanted && labels("label", labels);
  }
}
