package io.github.swarmclient.examples;

import io.github.swarmclient.testkit.DindSwarm;
import io.github.swarmclient.testkit.EmbeddedSwarm;
import io.github.swarmclient.testkit.SwarmCluster;
import java.util.List;

/** The engines that an example runs on. */
final class Engines {
  private static final String[] HOSTS = {"docker01", "docker02", "docker03"};
  private static final String[] IMAGES = {
    "nginx:1.13", "alpine:latest", "redis:3.0.6", "redis:3.0.7"
  };
  private static final String USAGE =
      "--engine embedded|dind|env, and for env SWARM_ENGINES with three addresses, comma separated";

  private Engines() {}

  /** Returns the kind of engine that {@code args} name; {@code embedded} if they name none. */
  static String kind(String... args) {
    List<String> words = List.of(args);
    int option = words.indexOf("--engine");
    if (words.isEmpty()) {
      return "embedded";
    }
    if (option != 0 || words.size() != 2) {
      throw new IllegalArgumentException("expected " + USAGE + "; got " + words);
    }
    return words.get(1);
  }

  static SwarmCluster start(String... args) {
    return switch (kind(args)) {
      case "embedded" -> embedded();
      case "dind" -> dind();
      case "env" -> EnvSwarm.fromEnvironment();
      default -> throw new IllegalArgumentException("no such engine; expected " + USAGE);
    };
  }

  private static SwarmCluster embedded() {
    EmbeddedSwarm.Builder swarm =
        EmbeddedSwarm.builder()
            .onlyImages(IMAGES)
            .privateImage("registry:5000/nginx:1.13", "ann", "sesame");
    for (String host : HOSTS) {
      swarm.host(host);
    }
    return swarm.start();
  }

  private static SwarmCluster dind() {
    DindSwarm.Builder swarm = DindSwarm.builder().image(IMAGES).privateImage("nginx:1.13");
    for (String host : HOSTS) {
      swarm.host(host);
    }
    return swarm.start();
  }
}
