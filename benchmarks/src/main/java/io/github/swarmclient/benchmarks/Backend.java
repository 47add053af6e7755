package io.github.swarmclient.benchmarks;

import io.github.swarmclient.testkit.DindSwarm;
import io.github.swarmclient.testkit.LocalSwarm;
import io.github.swarmclient.testkit.SwarmBuilder;
import io.github.swarmclient.testkit.SwarmCluster;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of cluster, and how soon three managers of it are to be ready. */
enum Backend {
  EMBEDDED(Duration.ofMillis(50)) {
    @Override
    SwarmBuilder<?> builder() {
      return SwarmCluster.embedded();
    }

    @Override
    Optional<String> unavailable() {
      return Optional.empty();
    }
  },
  LOCAL(Duration.ofSeconds(6)) {
    @Override
    SwarmBuilder<?> builder() {
      return SwarmCluster.local();
    }

    @Override
    Optional<String> unavailable() {
      return LocalSwarm.unavailable();
    }
  },
  DIND(Duration.ofSeconds(25)) {
    @Override
    SwarmBuilder<?> builder() {
      return SwarmCluster.dind();
    }

    @Override
    Optional<String> unavailable() {
      return DindSwarm.unavailable();
    }
  };

  private final Duration target;

  Backend(Duration target) {
    this.target = target;
  }

  abstract SwarmBuilder<?> builder();

  /** Returns why there can be none, or nothing if there can. */
  abstract Optional<String> unavailable();

  Duration target() {
    return target;
  }

  /**
   * Returns the kinds of things that a cluster has on this machine while it works. Containers may
   * be on another one, and then have nothing here but what their engine tells.
   */
  List<String> traces() {
    return switch (this) {
      case EMBEDDED -> List.of();
      case LOCAL -> List.of("process", "mount", "control group", "network device", "directory");
      case DIND -> List.of("container", "network", "volume");
    };
  }

  /** Returns a builder of the generation that is asked for; an empty text stands for any. */
  SwarmBuilder<?> builder(String generation) {
    SwarmBuilder<?> builder = builder();
    return generation.isEmpty() ? builder : builder.engine(generation);
  }

  /**
   * Returns the backend of a name, or all of them for {@code all}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static List<Backend> named(String name) {
    List<Backend> named =
        Arrays.stream(values())
            .filter(backend -> Stream.of(backend.toString(), "all").anyMatch(name::equals))
            .toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "--engine is " + name + "; expected embedded, local, dind or all");
    }
    return named;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
