package io.github.swarmclient.testkit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Clusters of engines of each image, of which every test takes one for itself. */
final class SparedDind {
  /** How many clusters of three, of all images, two processors can bear. */
  private static final int ALL = 6;

  private final Map<String, BlockingQueue<DindSwarm>> spare = new ConcurrentHashMap<>();
  private final Map<String, Queue<DindSwarm>> all = new ConcurrentHashMap<>();

  /**
   * Starts clusters of docker01 to docker03, in no swarm yet, or ends the tests where there can be
   * none.
   */
  void startThrees(String image, UnaryOperator<DindSwarm.Builder> plan) {
    RealEngines.require(image);
    spare.put(image, new LinkedBlockingQueue<>());
    all.put(image, new ConcurrentLinkedQueue<>());
    Parallel.forEach(
        IntStream.range(0, Math.max(1, ALL / RealEngines.images().size())).boxed().toList(),
        number -> add(image, plan.apply(SharedDind.three(image)).start()));
  }

  private void add(String image, DindSwarm swarm) {
    Objects.requireNonNull(all.get(image), image).add(swarm);
    giveBack(image, swarm);
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
    Parallel.forEach(List.copyOf(all.getOrDefault(image, new ArrayDeque<>())), DindSwarm::close);
  }
}
