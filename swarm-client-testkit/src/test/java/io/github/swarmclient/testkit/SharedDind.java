package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmFormation;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The engines that the tests of a class have in common: one cluster for each image. */
final class SharedDind {
  private final Map<String, DindSwarm> swarms = new ConcurrentHashMap<>();

  /** Starts engines of an image, or ends the tests where there can be none. */
  DindSwarm start(String image, UnaryOperator<DindSwarm.Builder> plan) {
    return start(image, plan.apply(DindSwarm.builder().nodeImage(image)));
  }

  private DindSwarm start(String image, DindSwarm.Builder plan) {
    RealEngines.require(image);
    DindSwarm swarm = plan.start();
    swarms.put(image, swarm);
    return swarm;
  }

  /** Returns a plan of docker01 to docker03, in no swarm yet. */
  static DindSwarm.Builder three(String image) {
    return DindSwarm.builder().nodeImage(image).host("docker01").host("docker02").host("docker03");
  }

  /** Starts docker01 to docker03, in no swarm yet. */
  DindSwarm startThree(String image, UnaryOperator<DindSwarm.Builder> plan) {
    return start(image, plan.apply(three(image)));
  }

  /** Starts docker01 to docker03, and makes the first the manager of the others. */
  void startFormed(String image, UnaryOperator<DindSwarm.Builder> plan) {
    DindSwarm swarm = startThree(image, plan);
    try (SwarmClient m = swarm.node("docker01").connect();
        SwarmClient w2 = swarm.node("docker02").connect();
        SwarmClient w3 = swarm.node("docker03").connect()) {
      SwarmFormation.on(m).workers(w2, w3).form();
    }
  }

  DindSwarm of(String image) {
    return Objects.requireNonNull(swarms.get(image), image);
  }

  void close(String image) {
    DindSwarm swarm = swarms.remove(image);
    if (swarm != null) {
      swarm.close();
    }
  }
}
