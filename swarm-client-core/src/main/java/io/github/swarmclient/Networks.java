package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.EndpointSettings;
import io.github.swarmclient.model.Network;
import io.github.swarmclient.model.NetworkConnectRequest;
import io.github.swarmclient.model.NetworkDisconnectRequest;
import io.github.swarmclient.model.NetworkPruneReport;
import java.util.function.UnaryOperator;

/**
 * The networks that an engine knows: on a manager all of the swarm, on a worker those that reach to
 * it, and its own. A network is named by its ID, its name or the beginning of its ID. Thread-safe;
 * the operations it begins are not, and are used once.
 */
public final class Networks {
  private final ApiCalls calls;

  Networks(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * Begins to make a network; an overlay network unless it says otherwise.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public NetworkCreate create(String name) {
    return new NetworkCreate(calls, name);
  }

  /** Returns all networks, also those that every engine has by itself. */
  public NetworkList list() {
    return list(query -> query);
  }

  /** Returns the networks that a query wants. */
  public NetworkList list(UnaryOperator<NetworkQuery> query) {
    return new NetworkList(
        calls
            .get("network list", "/networks")
            .filters(query.apply(new NetworkQuery()).filters())
            .readList(Network.class));
  }

  /**
   * Returns a network, with those of its containers that run on the engine. Just after it was made
   * its driver and subnet may be missing.
   *
   * @throws NotFoundException if there is no such network
   * @throws InvalidRequestException if several networks may be meant
   */
  public Network inspect(String network) {
    return inspection(network).read(Network.class);
  }

  /** Returns a network as {@link #inspect} does, with the services and nodes that are on it. */
  public Network inspectVerbose(String network) {
    return inspection(network).query("verbose", true).read(Network.class);
  }

  private ApiCall inspection(String network) {
    return calls.get("network inspect of " + Text.printable(network), "/networks/{}", network);
  }

  /** Begins to remove a network. */
  public NetworkRemove remove(String network) {
    return new NetworkRemove(calls, network);
  }

  /**
   * Connects a container of this engine to a network. Overlay networks have to be attachable.
   *
   * @throws NotFoundException if there is no such network or container
   * @throws DeniedException if the network is not one that containers may be connected to
   */
  public void connect(String network, String container) {
    connect(network, container, endpoint -> endpoint);
  }

  /** Connects a container to a network, with aliases, addresses and the like. */
  public void connect(
      String network, String container, UnaryOperator<EndpointSettings.Builder> endpoint) {
    calls
        .post(
            "network connect of " + Text.printable(container + " to " + network),
            "/networks/{}/connect",
            network)
        .body(
            NetworkConnectRequest.builder()
                .container(Checks.text("container", container))
                .endpointConfig(endpoint.apply(EndpointSettings.builder()).build())
                .build())
        .done();
  }

  /**
   * Disconnects a container of this engine from a network.
   *
   * @throws NotFoundException if there is no such network or container
   */
  public void disconnect(String network, String container) {
    disconnect(network, container, false);
  }

  /** Disconnects a container from a network, even if it is gone or its engine thinks so. */
  public void forceDisconnect(String network, String container) {
    disconnect(network, container, true);
  }

  private void disconnect(String network, String container, boolean force) {
    calls
        .post(
            "network disconnect of " + Text.printable(container + " from " + network),
            "/networks/{}/disconnect",
            network)
        .body(
            NetworkDisconnectRequest.builder()
                .container(Checks.text("container", container))
                .force(force)
                .build())
        .done();
  }

  /**
   * Removes the networks that neither a service nor a container of this engine uses.
   *
   * @return the names of those that were removed
   */
  public NetworkPruneReport prune() {
    return prune(query -> query);
  }

  /** Removes those of the unused networks that a query wants. */
  public NetworkPruneReport prune(UnaryOperator<PruneQuery> query) {
    return calls
        .post("network prune", "/networks/prune")
        .filters(query.apply(new PruneQuery()).filters())
        .read(NetworkPruneReport.class);
  }
}
