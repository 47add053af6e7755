package io.github.swarmclient.testkit.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The images that one host has. An image can have several names; they share what it is. */
final class HostImages {
  /** What is behind each name: the name under which the image was first known. */
  private final Map<String, String> origins = new LinkedHashMap<>();

  /** Returns all names, with their tags. */
  List<String> names() {
    return List.copyOf(origins.keySet());
  }

  boolean has(String image) {
    return origins.containsKey(Images.plain(image));
  }

  /** Adds an image; returns false if it is there. */
  boolean add(String image) {
    String plain = Images.plain(image);
    return origins.putIfAbsent(plain, plain) == null;
  }

  void add(String name, String origin) {
    origins.put(Images.plain(name), origin);
  }

  void remove(String name) {
    origins.remove(name);
  }

  /** Returns the name under which the image was first known, by which it behaves. */
  String origin(String image) {
    String plain = Images.plain(image);
    return origins.getOrDefault(plain, plain);
  }

  String id(String image) {
    return "sha256:" + Images.sha256(origin(image));
  }

  /** Returns the name that a name or an identifier stands for, or null. */
  @Nullable String find(String ref) {
    String plain = Images.plain(ref);
    if (origins.containsKey(plain)) {
      return plain;
    }
    String digits = ref.startsWith("sha256:") ? ref.substring(7) : ref;
    if (!digits.matches("[0-9a-f]{4,64}")) {
      return null;
    }
    return origins.keySet().stream()
        .filter(name -> id(name).startsWith("sha256:" + digits))
        .findFirst()
        .orElse(null);
  }
}
