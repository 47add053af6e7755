package io.github.swarmclient.testkit;

import org.junit.jupiter.api.AfterEach;

/** Secrets, configs, networks, volumes, images and events of embedded engines. */
class EmbeddedObjectsTest extends EngineObjectsContract {
  private final EmbeddedSwarm swarm =
      EmbeddedSwarm.builder()
          .host("docker01")
          .image(IMAGE)
          .privateImage("registry:5000/" + PRIVATE, "me", "hunter2")
          .start();

  @Override
  SwarmCluster engines() {
    return swarm;
  }

  @AfterEach
  void close() {
    swarm.close();
  }
}
