package io.github.swarmclient.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Clusters of engines of each image, of which every test takes one for itself. */
final class SparedDind {
  /** How many clusters of three, of all images, two processors can bear. */
  private static final int ALL = 6;

  private final Map<String, BlockingQueue<DindSwarm>> spare = new ConcurrentHashMap<>();
  private final Map<String, List<DindSwarm>> all = new ConcurrentHashMap<>();

  /**
   * Starts clusters of docker01 to docker03, in no swarm yet, or ends the tests where there can be
   * none.
   */
  void startThrees(String image, UnaryOperator<DindSwarm.Builder> plan) {
    RealEngines.require(image);
    spare.put(image, new LinkedBlockingQueue<>());
    all.put(image, new ArrayList<>());
    Parallel.forEach(
        IntStream.range(0, Math.max(1, ALL / RealEngines.images().size())).boxed().toList(),
        number -> add(image, start(image, plan)));
  }

  private static DindSwarm start(String image, UnaryOperator<DindSwarm.Builder> plan) {
    DindSwarm.Builder three =
        DindSwarm.builder().nodeImage(image).host("docker01").host("docker02").host("docker03");
    return plan.apply(three).start();
  }

  private void add(String image, DindSwarm swarm) {
    List<DindSwarm> started = clusters(image);
    synchronized (started) {
      started.add(swarm);
    }
    giveBack(image, swarm);
  }

  private List<DindSwarm> clusters(String image) {
    return Objects.requireNonNull(all.get(image), image);
  }

  private BlockingQueue<DindSwarm> spare(String image) {
    return Objects.requireNonNull(spare.get(image), image);
  }

  /** Returns a cluster that no other test has, as soon as there is one. */
  DindSwarm take(String image) throws InterruptedException {
    return spare(image).take();
  }

  void giveBack(String image, DindSwarm swarm) {
    spare(image).add(swarm);
  }

  /** Ends all clusters of an image, those too that tests have failed to give back. */
  void close(String image) {
    if (all.containsKey(image)) {
      Parallel.forEach(clusters(image), DindSwarm::close);
    }
  }
}
