package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a service may run: expressions such as {@code node.role == worker}. */
final class Constraints {
  private record Expression(String key, boolean equal, String value) {}

  private static final Pattern KEY = Pattern.compile("(?i)[a-z_][a-z0-9\\-_.]+");
  private static final Pattern VALUE = Pattern.compile("(?i)[a-z0-9:\\-_\\s.*()?+\\[\\]\\\\^$|/]+");

  private final List<Expression> expressions = new ArrayList<>();

  /** Reads the constraints of a task's spec; an error in them is an internal one to the engine. */
  Constraints(JsonNode taskSpec) {
    for (JsonNode text : Json.at(taskSpec, "Placement", "Constraints")) {
      expressions.add(parse(text.asText()));
    }
  }

  private static Expression parse(String text) {
    int equal = text.indexOf("==");
    int unequal = text.indexOf("!=");
    // The operators are looked for in this order, whichever comes first in the text.
    int at = equal >= 0 ? equal : unequal;
    if (at < 0) {
      throw wrong("constraint expected one operator from ==, !=");
    }
    String key = text.substring(0, at).trim();
    String value = text.substring(at + 2).trim();
    if (!KEY.matcher(key).matches()) {
      throw wrong("key '" + key + "' is invalid");
    }
    if (!VALUE.matcher(value).matches()) {
      throw wrong("value '" + value + "' is invalid");
    }
    return new Expression(key, equal >= 0, value);
  }

  private static EngineError wrong(String why) {
    return EngineError.swarm(EngineError.Code.UNKNOWN, why);
  }

  boolean fit(Node node) {
    return expressions.stream().allMatch(expression -> fits(expression, node));
  }

  private static boolean fits(Expression expression, Node node) {
    String key = expression.key().toLowerCase(Locale.ROOT);
    String value;
    if (key.startsWith("node.labels.")) {
      value = label(Json.stringMap(node.spec().path("Labels")), expression.key().substring(12));
    } else if (key.startsWith("engine.labels.")) {
      value = label(node.host.settings().labels(), expression.key().substring(14));
    } else {
      switch (key) {
        case "node.id" -> value = node.id;
        case "node.hostname" -> value = node.host.hostname();
        case "node.role" -> value = node.role();
        case "node.ip" -> {
          return Addresses.within(node.host.address(), expression.value()) == expression.equal();
        }
        case "node.platform.os" -> value = "linux";
        case "node.platform.arch" -> value = node.host.settings().arch();
        default -> {
          // A key nobody knows is accepted, and never matches.
          return false;
        }
      }
    }
    return value.equalsIgnoreCase(expression.value()) == expression.equal();
  }

  private static String label(Map<String, String> labels, String key) {
    return labels.getOrDefault(key, "");
  }
}
