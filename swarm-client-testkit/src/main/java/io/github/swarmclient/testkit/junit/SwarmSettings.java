package io.github.swarmclient.testkit.junit;

import io.github.swarmclient.testkit.DindSwarm;
import io.github.swarmclient.testkit.LocalSwarm;
import io.github.swarmclient.testkit.SwarmBuilder;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.junit.WithSwarm.Backend;
import io.github.swarmclient.testkit.junit.WithSwarm.Lifetime;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test wants; tests that want the same may share engines. */
record SwarmSettings(
    int managers,
    int workers,
    List<String> hosts,
    String engine,
    List<String> images,
    List<String> imageTars,
    Backend backend,
    Lifetime lifetime,
    boolean required) {

  static SwarmSettings of(WithSwarm swarm, ExtensionContext context) {
    return new SwarmSettings(
        swarm.managers(),
        swarm.workers(),
        List.of(swarm.hosts()),
        swarm.engine(),
        List.of(swarm.images()),
        List.of(swarm.imageTars()),
        swarm.backend() == Backend.CONFIGURED ? configured(context) : swarm.backend(),
        swarm.lifetime(),
        setting(context, "swarm.engines", "SWARM_REAL_ENGINES").equals(Optional.of("required")));
  }

  private static Backend configured(ExtensionContext context) {
    String name = setting(context, "swarm.backend", "SWARM_BACKEND").orElse("dind");
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "embedded" -> Backend.EMBEDDED;
      case "dind" -> Backend.DIND;
      case "local" -> Backend.LOCAL;
      default ->
          throw new IllegalArgumentException(
              "swarm.backend is \"" + name + "\"; expected embedded, dind or local");
    };
  }

  private static Optional<String> setting(
      ExtensionContext context, String parameter, String variable) {
    return context
        .getConfigurationParameter(parameter)
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Starts engines; ends the test if there can be none. */
  SwarmCluster start() {
    Optional<String> unavailable =
        switch (backend) {
          case DIND -> DindSwarm.unavailable();
          case LOCAL -> LocalSwarm.unavailable();
          default -> Optional.empty();
        };
    if (unavailable.isPresent() && required) {
      Assertions.fail("the engines that are required cannot run: " + unavailable.get());
    }
    Assumptions.assumeTrue(unavailable.isEmpty(), () -> unavailable.orElse(""));
    SwarmBuilder<?> builder = builder().managers(managers).workers(workers);
    if (!engine.isEmpty()) {
      builder.engine(engine);
    }
    hosts.forEach(builder::host);
    imageTars.forEach(file -> builder.imageTar(Path.of(file)));
    return builder.image(images.toArray(String[]::new)).start();
  }

  private SwarmBuilder<?> builder() {
    return switch (backend) {
      case EMBEDDED -> SwarmCluster.embedded();
      case LOCAL -> SwarmCluster.local();
      default -> SwarmCluster.dind();
    };
  }
}
