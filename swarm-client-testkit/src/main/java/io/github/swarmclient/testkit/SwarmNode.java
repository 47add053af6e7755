package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import java.io.IOException;

/** One engine of a {@link SwarmCluster}. */
public interface SwarmNode {

  /** Returns the host name, unique in its cluster. */
  String hostname();

  /** Returns the IP address that the other engines reach this one by. */
  String address();

  /** Returns a new client of this engine alone. Whoever calls this closes it. */
  SwarmClient connect();

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
