package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the package of the models holds, by reflection. */
final class Models {
  private Models() {}

  /** Returns the classes written by hand, none of those that Immutables makes. */
  static List<Class<?>> all() {
    try {
      URI classes = WireObject.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path directory = Path.of(classes).resolve("io/github/swarmclient/model");
      List<Class<?>> all = new ArrayList<>();
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString().replaceFirst("\\.class$", "");
          if (!name.startsWith("Immutable") && !name.contains("$") && !name.contains("-")) {
            all.add(Class.forName("io.github.swarmclient.model." + name));
          }
        }
      }
      return all;
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Class<? extends WireObject>> wireObjects() {
    List<Class<? extends WireObject>> found = new ArrayList<>();
    for (Class<?> type : all()) {
      if (WireObject.class.isAssignableFrom(type) && type != WireObject.class) {
        found.add(type.asSubclass(WireObject.class));
      }
    }
    return found;
  }

  /** Returns the accessors by the names of their members on the wire. */
  static Map<String, Method> members(Class<?> model) {
    Map<String, Method> members = new LinkedHashMap<>();
    for (Method method : model.getDeclaredMethods()) {
      JsonProperty property = method.getAnnotation(JsonProperty.class);
      if (property != null) {
        members.put(property.value(), method);
      }
    }
    return members;
  }
}
