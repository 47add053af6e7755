package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;

/** One engine of a {@link SwarmCluster}. */
public interface SwarmNode {

  /** Returns the host name, unique in its cluster. */
  String hostname();

  /** Returns the IP address that the other engines reach this one by. */
  String address();

  /** Returns a new client of this engine alone. Whoever calls this closes it. */
  SwarmClient connect();

  /** Returns a new transport to this engine alone. Whoever calls this closes it. */
  SwarmTransport transport();

  /**
   * Stops the engine, with its containers. Its address stays the same when it is started again.
   * Does nothing if it is stopped.
   */
  void stop();

  /** Starts the engine again, and returns when it answers. */
  void start();

  /**
   * Returns what answers a GET of {@code path} at a published port of this node, as a user outside
   * of the swarm would see it.
   *
   * @param port the published port
   * @param path the path, beginning with a slash
   * @throws IOException if nothing answers, or not with status 200
   */
  String fetch(int port, String path) throws IOException;
}
