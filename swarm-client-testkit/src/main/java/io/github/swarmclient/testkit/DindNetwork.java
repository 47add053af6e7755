package io.github.swarmclient.testkit;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Network.Ipam;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The network that the nodes of one cluster are in, and nobody else. Each node has an address of
 * its own in it for good.
 */
final class DindNetwork implements AutoCloseable {
  private static final int ATTEMPTS = 10;

  private final DindWatch watch;
  private final String id;
  private final String subnet;
  private final String gateway;
  private final boolean direct;

  private DindNetwork(DindWatch watch, String id, String subnet, String gateway) {
    this.watch = watch;
    this.id = id;
    this.subnet = subnet;
    this.gateway = gateway;
    this.direct = isLocal(gateway);
  }

  /**
   * Makes a network. It is the first that a cluster has, and the last: until it is closed the
   * cluster is watched.
   *
   * @throws IllegalStateException if the engine has no addresses left
   */
  static DindNetwork create() {
    DindWatch watch = DindWatch.cluster();
    try {
      return create(watch);
    } catch (RuntimeException | Error e) {
      watch.close();
      throw e;
    }
  }

  private static DindNetwork create(DindWatch watch) {
    DockerException taken = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Ipam.Config pool = freePool();
      try {
        return new DindNetwork(
            watch,
            create(new Ipam().withConfig(pool)),
            Objects.requireNonNull(pool.getSubnet(), "a bridge network has a subnet"),
            Objects.requireNonNull(pool.getGateway(), "a bridge network has a gateway"));
      } catch (DockerException e) {
        // Another cluster was quicker.
        taken = e;
      }
    }
    throw failed(Objects.requireNonNull(taken));
  }

  /**
   * Lets the engine choose a pool that clashes with nothing. Containers may ask for an address only
   * in a network whose pool was asked for, so that it has to be made a second time.
   */
  private static Ipam.Config freePool() {
    String id;
    try {
      id = create(new Ipam());
    } catch (DockerException e) {
      throw failed(e);
    }
    try {
      Ipam chosen = OuterEngine.client().inspectNetworkCmd().withNetworkId(id).exec().getIpam();
      return chosen.getConfig().stream().filter(DindNetwork::isIpv4).findFirst().orElseThrow();
    } finally {
      remove(id);
    }
  }

  /** An engine may be set to add an IPv6 pool by itself. */
  private static boolean isIpv4(Ipam.Config pool) {
    return Objects.requireNonNullElse(pool.getSubnet(), "").contains(".");
  }

  private static String create(Ipam ipam) {
    return OuterEngine.client()
        .createNetworkCmd()
        .withName("swarm-" + UUID.randomUUID())
        .withDriver("bridge")
        .withLabels(OuterEngine.labels())
        .withIpam(ipam)
        .exec()
        .getId();
  }

  private static IllegalStateException failed(DockerException e) {
    return new IllegalStateException(
        "cannot make a network for the nodes: "
            + Failures.reason(e)
            + "; if there are too many, docker network prune",
        e);
  }

  /**
   * Returns whether the bridge is on this machine, so that nodes are reached at their addresses.
   */
  boolean direct() {
    return direct;
  }

  private static boolean isLocal(String address) {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }

  String id() {
    return id;
  }

  /** Returns its addresses, {@code 172.18.0.0/16}. */
  String subnet() {
    return subnet;
  }

  /** Returns the address of a node, counted from 0; those after the gateway's. */
  String address(int index) {
    try {
      ByteBuffer first = ByteBuffer.wrap(InetAddress.getByName(gateway).getAddress());
      byte[] address = ByteBuffer.allocate(4).putInt(first.getInt() + 1 + index).array();
      return Objects.requireNonNull(InetAddress.getByAddress(address).getHostAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(gateway + " is no address", e);
    }
  }

  void connect(String container, String hostname, String address) {
    OuterEngine.client()
        .connectToNetworkCmd()
        .withNetworkId(id)
        .withContainerId(container)
        .withContainerNetwork(
            new ContainerNetwork()
                .withAliases(List.of(hostname))
                .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address)))
        .exec();
  }

  void disconnect(String container) {
    OuterEngine.client()
        .disconnectFromNetworkCmd()
        .withNetworkId(id)
        .withContainerId(container)
        .exec();
  }

  @Override
  public void close() {
    remove(id);
    watch.close();
  }

  private static void remove(String id) {
    try {
      OuterEngine.client().removeNetworkCmd(id).exec();
    } catch (NotFoundException e) {
      // It is gone.
    }
  }
}
