package io.github.swarmclient.testkit;

import io.github.swarmclient.TimeSource;
import java.util.List;
import java.util.NoSuchElementException;

/** A few engines for a test, which see each other; in a swarm or not yet. Closing it ends them. */
public interface SwarmCluster extends AutoCloseable {

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

  /** Ends the engines and all they have made. Closing again does nothing. */
  @Override
  void close();
}
