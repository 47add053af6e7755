package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Makes JSON as an engine newer than this library could send it. The same for the same seed. */
final class RandomJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 5;
  private static final Map<Class<?>, Map<String, Method>> MEMBERS = new ConcurrentHashMap<>();
  private static final Map<Class<?>, List<String>> WORDS = new ConcurrentHashMap<>();

  private final Random random;

  RandomJson(long seed) {
    random = new Random(seed);
  }

  ObjectNode object(Class<?> model) {
    return object(model, 0);
  }

  /** Returns one of {@code choices}. */
  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Returns something the accessor does not share with the absent member. */
  JsonNode present(Method accessor) {
    return value(accessor, 2, 1);
  }

  private ObjectNode object(Class<?> model, int depth) {
    ObjectNode object = NODES.objectNode();
    double present = depth < DEEPEST ? Math.pow(0.75, depth + 1) : 0;
    MEMBERS
        .computeIfAbsent(model, Models::members)
        .forEach(
            (name, accessor) -> {
              if (random.nextDouble() < present) {
                object.set(
                    name,
                    random.nextInt(10) == 0 ? NODES.nullNode() : value(accessor, depth + 1, 0));
              }
            });
    while (random.nextInt(3) == 0) {
      object.set("Future" + random.nextInt(5), unknown(depth));
    }
    return object;
  }

  private JsonNode value(Method accessor, int depth, int least) {
    return accessor.isAnnotationPresent(Uint64.class)
        ? NODES.numberNode(oneOf(BigInteger.ZERO, UINT64_MAX, UINT64_MAX.shiftRight(1), uint64()))
        : value(accessor.getGenericReturnType(), depth, least);
  }

  private static final BigInteger UINT64_MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private BigInteger uint64() {
    return new BigInteger(64, random);
  }

  private JsonNode value(Type type, int depth, int least) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      int size = least + random.nextInt(3);
      if (generic.getRawType() == List.class) {
        ArrayNode list = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
          list.add(value(of[0], depth, 0));
        }
        return list;
      }
      ObjectNode map = NODES.objectNode();
      for (int i = 0; i < size; i++) {
        map.set("key." + i, value(of[1], depth, 0));
      }
      return map;
    }
    Class<?> scalar = (Class<?>) type;
    if (WireObject.class.isAssignableFrom(scalar)) {
      return object(scalar, depth);
    } else if (OpenEnum.class.isAssignableFrom(scalar)) {
      List<String> words = WORDS.computeIfAbsent(scalar, RandomJson::words);
      return NODES.textNode(words.get(random.nextInt(words.size())));
    } else if (scalar == String.class) {
      return NODES.textNode(oneOf("", "a", "ünïcode \u0000\"", "10.0.0.0/24", "x".repeat(40)));
    } else if (scalar == Boolean.class) {
      return NODES.booleanNode(random.nextBoolean());
    } else if (scalar == Integer.class) {
      return NODES.numberNode(oneOf(0, Integer.MAX_VALUE, Integer.MIN_VALUE, random.nextInt()));
    } else if (scalar == Long.class || scalar == Duration.class) {
      return NODES.numberNode(oneOf(0L, Long.MAX_VALUE, Long.MIN_VALUE, random.nextLong()));
    } else if (scalar == Double.class) {
      return NODES.numberNode(new BigDecimal(oneOf("0", "1", "0.1", "0.333333", "1e-7", "17.25")));
    } else if (scalar == Instant.class) {
      return NODES.textNode(
          oneOf(
              "",
              "0001-01-01T00:00:00Z",
              "2026-08-01T10:20:30.000000001Z",
              "2026-08-01T10:20:30.12Z",
              "2026-08-01T10:20:30Z"));
    } else if (scalar == Bytes.class) {
      byte[] bytes = new byte[random.nextInt(9)];
      random.nextBytes(bytes);
      return NODES.textNode(Base64.getEncoder().encodeToString(bytes));
    }
    throw new IllegalArgumentException("no JSON for " + type);
  }

  private static List<String> words(Class<?> type) {
    List<String> words = new ArrayList<>(List.of("", "a-word-of-tomorrow"));
    try {
      for (Field constant : type.getDeclaredFields()) {
        if (constant.getType() == type) {
          words.add(((OpenEnum) constant.get(null)).value());
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return words;
  }

  private JsonNode unknown(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 9 : 7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(new BigDecimal("1.10"));
      case 2 -> NODES.numberNode(uint64());
      case 3 -> NODES.textNode("");
      case 4 -> NODES.booleanNode(true);
      case 5 -> NODES.arrayNode();
      case 6 -> NODES.objectNode();
      case 7 -> NODES.arrayNode().add(unknown(depth + 1)).add(unknown(depth + 1));
      default -> NODES.objectNode().set("Id", unknown(depth + 1));
    };
  }

  @SafeVarargs
  private <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
