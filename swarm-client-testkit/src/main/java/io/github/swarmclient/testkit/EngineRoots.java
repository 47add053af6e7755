package io.github.swarmclient.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where local engines come from: root file systems by their generation, or this machine. */
final class EngineRoots {
  private static final String VARIABLE = "SWARM_ENGINE_ROOTS";

  /** The root file system of this machine. */
  private static final String HERE = "";

  private final Map<String, Path> roots = new LinkedHashMap<>();

  private EngineRoots(String named) {
    for (String entry : named.split(",", -1)) {
      if (!entry.isBlank()) {
        String[] parts = entry.strip().split("=", 2);
        if (parts.length < 2) {
          throw new IllegalArgumentException(
              VARIABLE + " is \"" + named + "\"; expected 20.10=/folder,28=/folder");
        }
        roots.put(parts[0], Path.of(parts[1]));
      }
    }
  }

  static EngineRoots ofEnvironment() {
    return of(Objects.requireNonNullElse(System.getenv(VARIABLE), ""));
  }

  /** Reads {@code 20.10=/folder,28=/folder}. */
  static EngineRoots of(String named) {
    return new EngineRoots(named);
  }

  /** Returns why there is no engine, or nothing if there is one. */
  Optional<String> unavailable() {
    return roots.isEmpty() && LocalMachine.which("dockerd").isEmpty()
        ? Optional.of(
            "there is no dockerd on this machine: install docker.io, or set "
                + VARIABLE
                + "=28=/folder to a root file system with one, or call engineRoot(…)")
        : Optional.empty();
  }

  /**
   * Returns the root file system of a generation, empty for this machine's.
   *
   * @throws IllegalStateException if there is no engine at all
   * @throws IllegalArgumentException if there is none of that generation, with those that there are
   */
  String root(@Nullable String engine) {
    unavailable()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
    if (engine == null) {
      return LocalMachine.which("dockerd").isPresent() ? HERE : last();
    }
    Path root = roots.get(engine);
    if (root != null) {
      return checked(root).toString();
    }
    String here = here();
    if (here.matches(Pattern.quote(engine) + "([.-].*)?")) {
      return HERE;
    }
    List<String> there = new ArrayList<>(roots.keySet());
    if (!here.isEmpty()) {
      there.add(here);
    }
    throw EngineGeneration.unknown(engine, there);
  }

  private String last() {
    List<Path> all = List.copyOf(roots.values());
    return checked(all.get(all.size() - 1)).toString();
  }

  /** Returns the version of this machine's engine, or an empty text if it has none. */
  private static String here() {
    if (LocalMachine.which("dockerd").isEmpty()) {
      return "";
    }
    // Docker version 28.5.2, build 1234
    return Command.run("dockerd", "--version").replaceFirst("(?s)^\\D*(\\S*?)[,+].*", "$1").strip();
  }

  static Path checked(Path root) {
    boolean there =
        List.of("usr/bin", "usr/sbin", "usr/local/bin").stream()
            .anyMatch(bin -> Files.isExecutable(root.resolve(bin).resolve("dockerd")));
    if (!there) {
      throw new IllegalArgumentException(
          "there is no dockerd in the root file system " + root.toAbsolutePath());
    }
    return root.toAbsolutePath();
  }
}
