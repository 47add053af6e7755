package io.github.swarmclient;

import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SystemInfo;
import java.util.ArrayList;
import java.util.List;

/** The engines at hand, to be found by the ID of their node. */
final class NodeConnections {
  private final List<ApiCalls> engines;

  private NodeConnections(List<ApiCalls> engines) {
    this.engines = List.copyOf(engines);
  }

  static NodeConnections of(ApiCalls engine) {
    return new NodeConnections(List.of(engine));
  }

  NodeConnections and(List<ApiCalls> others) {
    List<ApiCalls> all = new ArrayList<>(engines);
    all.addAll(others);
    return new NodeConnections(all);
  }

  /**
   * Returns the connection to the engine of a node. Asks the engines anew each time: an engine that
   * left and joined again is another node.
   *
   * @throws NoConnectionException if none of them is that node
   */
  ApiCalls of(String operation, String nodeId) {
    List<String> known = new ArrayList<>();
    for (ApiCalls engine : engines) {
      try {
        SwarmInfo swarm = engine.get(operation, "/info").read(SystemInfo.class).swarm();
        if (swarm != null && nodeId.equals(swarm.nodeId())) {
          return engine;
        }
        known.add(engine.names());
      } catch (TransportException e) {
        known.add(engine.names() + ", which does not answer");
      }
    }
    throw new NoConnectionException(
        operation,
        "the container runs on node "
            + nodeId
            + ", to which this client has no connection (it has "
            + String.join(", ", known)
            + "); give it one by reaching(client of that node)");
  }
}
