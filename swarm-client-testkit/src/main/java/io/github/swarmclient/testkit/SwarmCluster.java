package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.TimeSource;
import io.github.swarmclient.model.JoinTokens;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A few engines for a test, which see each other; in a swarm or not yet. Closing it ends them.
 *
 * <pre>{@code
 * try (SwarmCluster cluster =
 *         SwarmCluster.dind().managers(3).workers(2).engine("28").image("my/app:1").start();
 *     SwarmClient swarm = cluster.connect()) {
 *   …
 * }
 * }</pre>
 *
 * <p>There are three kinds with the same verbs: {@linkplain #embedded in this process}, {@linkplain
 * #dind in containers} and {@linkplain #local on this machine}.
 */
public interface SwarmCluster extends AutoCloseable {

  /** Returns a builder of engines in this process: no Docker, virtual time, milliseconds. */
  static EmbeddedSwarm.Builder embedded() {
    return EmbeddedSwarm.builder();
  }

  /** Returns a builder of real engines in privileged containers, by Testcontainers. */
  static DindSwarm.Builder dind() {
    return DindSwarm.builder();
  }

  /** Returns a builder of real engines on this machine, which has to be Linux, by root. */
  static LocalSwarm.Builder local() {
    return LocalSwarm.builder();
  }

  /** Returns the engines, in the order in which they were asked for. */
  List<SwarmNode> nodes();

  /**
   * Returns the engine of the given host name.
   *
   * @throws NoSuchElementException if there is none
   */
  default SwarmNode node(String hostname) {
    return nodes().stream()
        .filter(node -> node.hostname().equals(hostname))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no engine is named " + hostname));
  }

  /**
   * Returns a new client of the managers that are reachable now, which goes on at the next one when
   * one fails. Whoever calls this closes it.
   *
   * @throws IllegalStateException if none of the engines is a manager
   */
  default SwarmClient connect() {
    return SwarmVerbs.connect(this);
  }

  /**
   * Returns the time the engines live in; clients made by {@link SwarmNode#connect()} wait in it.
   */
  TimeSource time();

  /**
   * Returns whether an ingress-published port answers on every node. Where it does not, the kernel
   * has no IPVS, and only ports in host mode answer.
   */
  boolean routingMesh();

  /**
   * Returns the first image that was asked for in a registry that wants a login.
   *
   * @throws IllegalStateException if none was
   */
  PrivateImage privateImage();

  /**
   * Loads the images of a file into all engines, without a registry.
   *
   * @param imageTar what {@code docker save} or {@link AppImage#saveTo} wrote
   * @throws IllegalArgumentException if it is no such file
   * @throws IllegalStateException if an engine refuses it
   */
  default void load(Path imageTar) {
    Parallel.forEach(nodes(), node -> node.load(imageTar));
  }

  /**
   * Divides the network: engines of one group see each other, and no engine of another group.
   * Engines that are in no group are one together. This process reaches all of them.
   *
   * @throws IllegalArgumentException if an engine is in two groups, or not of this cluster
   */
  default void partition(List<List<SwarmNode>> groups) {
    throw Unsupported.verb("partition", this);
  }

  /** Ends a partition and all isolation, and returns when the engines that run answer. */
  default void heal() {
    nodes().forEach(SwarmNode::heal);
  }

  /**
   * Replaces both join tokens; the old ones are refused from then on.
   *
   * @return the new ones, which are secret
   */
  default JoinTokens rotateTokens() {
    return SwarmVerbs.rotateTokens(this);
  }

  /**
   * Makes the swarm what it was at the start, and empty: every engine runs and is seen, managers
   * and workers are those that were asked for, Active and without labels; no service, task, secret,
   * config, network or volume is left. Images stay. It takes less than a second if nothing but the
   * latter is in the way.
   */
  default void reset() {
    throw Unsupported.verb("reset", this);
  }

  /**
   * Returns the last requests that clients of these engines have sent, with the status of the
   * answer. One that was sent several times stands once, where it was sent last: {@code …/tasks 200
   * ×12}.
   */
  default List<String> lastRequests() {
    return List.of();
  }

  /**
   * Returns what helps to see why a test failed: nodes, services, tasks, the last requests, and the
   * last 200 lines of each engine's log. It holds no secret that the engines did not log.
   */
  default String report() {
    return SwarmReport.of(this);
  }

  /** Ends the engines and all they have made. Closing again does nothing. */
  @Override
  void close();
}
