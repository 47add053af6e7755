package io.github.swarmclient;

import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.SwarmInitRequest;
import io.github.swarmclient.model.SwarmSpec;
import java.util.function.UnaryOperator;

/** Makes a new swarm. */
public final class SwarmInit {
  private static final int LOWEST_DATA_PORT = 1024;
  private static final int HIGHEST_DATA_PORT = 49151;

  private final ApiCalls calls;
  private final SwarmInitRequest.Builder request =
      SwarmInitRequest.builder().listenAddr("0.0.0.0:2377");
  private SwarmSpec spec = SwarmSpec.builder().build();

  SwarmInit(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * Sets the address, or network interface, by which the other nodes reach this manager: {@code
   * 172.16.6.31} or {@code eth0:2377}. An engine with a single address finds it by itself.
   */
  public SwarmInit advertiseAddr(String address) {
    request.advertiseAddr(Checks.text("advertise address", address));
    return this;
  }

  /** Sets where the manager listens; {@code 0.0.0.0:2377} if this is not called. */
  public SwarmInit listenAddr(String address) {
    request.listenAddr(Checks.text("listen address", address));
    return this;
  }

  /** Sets the address, or interface, for the traffic of overlay networks. API 1.31. */
  public SwarmInit dataPathAddr(String address) {
    request.dataPathAddr(Checks.text("data path address", address));
    return this;
  }

  /** Sets the UDP port for the traffic of overlay networks, 1024 to 49151; 4789 by default. */
  public SwarmInit dataPathPort(int port) {
    if (port < LOWEST_DATA_PORT || port > HIGHEST_DATA_PORT) {
      throw new IllegalArgumentException("data path port " + port + " is not in 1024 to 49151");
    }
    request.dataPathPort(port);
    return this;
  }

  /** Adds a subnet in CIDR form from which overlay networks get theirs; 10.0.0.0/8 by default. */
  public SwarmInit defaultAddrPool(String subnet) {
    request.addDefaultAddrPool(Checks.text("address pool", subnet));
    return this;
  }

  /** Sets the mask length of the subnets taken from the pool; 24 by default. */
  public SwarmInit subnetSize(int maskLength) {
    if (maskLength < 1 || maskLength > 30) {
      throw new IllegalArgumentException("subnet size " + maskLength + " is not in 1 to 30");
    }
    request.subnetSize((long) maskLength);
    return this;
  }

  /** Makes a new swarm from the state of this manager, when the other managers are lost. */
  public SwarmInit forceNewCluster() {
    request.forceNewCluster(true);
    return this;
  }

  /** Locks managers on restart until they are given the unlock key. */
  public SwarmInit autoLockManagers() {
    request.autoLockManagers(true);
    return this;
  }

  /** Sets whether this manager takes tasks; active by default. */
  public SwarmInit availability(NodeAvailability availability) {
    request.availability(availability);
    return this;
  }

  /** Changes the settings that the swarm starts with. */
  public SwarmInit spec(UnaryOperator<SwarmSpec.Builder> change) {
    spec = change.apply(spec.toBuilder()).build();
    return this;
  }

  /**
   * Makes the swarm.
   *
   * @return the ID of this node, and what others join with
   * @throws SwarmStateException if the engine is in a swarm already
   */
  public SwarmInitialized execute() {
    calls.requiresOneEngine("swarm init");
    String nodeId =
        calls.post("swarm init", "/swarm/init").body(request.spec(spec).build()).read(String.class);
    return SwarmInitialized.of(calls, nodeId);
  }
}
