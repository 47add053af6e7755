package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.Ipam;
import io.github.swarmclient.model.IpamConfig;
import io.github.swarmclient.model.NetworkConfigReference;
import io.github.swarmclient.model.NetworkCreateRequest;
import io.github.swarmclient.model.NetworkCreated;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes a network: an overlay network unless it says otherwise. Single-use. */
public final class NetworkCreate {
  private final ApiCalls calls;
  private final String operation;
  private final NetworkCreateRequest.Builder request;
  private Ipam.@Nullable Builder ipam;
  private boolean driverless;
  private boolean choosesIpv4;

  NetworkCreate(ApiCalls calls, String name) {
    this.calls = calls;
    this.operation = "network create of " + Text.printable(name);
    this.request =
        NetworkCreateRequest.builder().name(Checks.text("network name", name)).driver("overlay");
  }

  /** Sets the driver; {@code overlay} if this is not called. */
  public NetworkCreate driver(String driver) {
    request.driver(Checks.text("driver", driver));
    driverless = false;
    return this;
  }

  /** Sets an option of the driver. */
  public NetworkCreate option(String key, String value) {
    request.putOption(Checks.text("option", key), value);
    return this;
  }

  /** Encrypts what goes from node to node. */
  public NetworkCreate encrypted() {
    return option("encrypted", "");
  }

  /** Lets containers that are no tasks be connected. */
  public NetworkCreate attachable() {
    request.attachable(true);
    return this;
  }

  /** Lets nothing out of the network, and in. */
  public NetworkCreate internal() {
    request.internal(true);
    return this;
  }

  /** Makes it the network of the routing mesh, of which a swarm has one. */
  public NetworkCreate ingress() {
    request.ingress(true);
    return this;
  }

  /** Sets how far it reaches: {@code swarm} or {@code local}; the driver says if this does not. */
  public NetworkCreate scope(String scope) {
    request.scope(Checks.text("scope", scope));
    return this;
  }

  /** Sets whether there are IPv4 addresses; there are if this is not called. API 1.48. */
  public NetworkCreate ipv4(boolean enabled) {
    request.enableIpv4(enabled);
    choosesIpv4 = true;
    return this;
  }

  /** Sets whether there are IPv6 addresses; there are none if this is not called. */
  public NetworkCreate ipv6(boolean enabled) {
    request.enableIpv6(enabled);
    return this;
  }

  /** Adds a subnet: {@code 10.1.0.0/24}. Engines choose one if none is added. */
  public NetworkCreate subnet(String subnet) {
    return subnet(subnet, config -> config);
  }

  /** Adds a subnet, with its gateway, the range to give addresses from, and addresses kept free. */
  public NetworkCreate subnet(String subnet, UnaryOperator<IpamConfig.Builder> config) {
    IpamConfig.Builder named = IpamConfig.builder().subnet(Checks.text("subnet", subnet));
    ipam().addConfig(config.apply(named).build());
    return this;
  }

  /** Sets what gives out addresses; {@code default} if this is not called. */
  public NetworkCreate ipamDriver(String driver) {
    ipam().driver(Checks.text("IPAM driver", driver));
    return this;
  }

  /** Sets an option of what gives out addresses. */
  public NetworkCreate ipamOption(String key, String value) {
    ipam().putOption(Checks.text("IPAM option", key), value);
    return this;
  }

  private Ipam.Builder ipam() {
    if (ipam == null) {
      ipam = Ipam.builder().driver("default");
    }
    return ipam;
  }

  /** Adds a label, or gives it another value. */
  public NetworkCreate label(String key, String value) {
    request.putLabel(Checks.text("label", key), value);
    return this;
  }

  /** Makes no network but a configuration on this engine, for others to {@link #configFrom}. */
  public NetworkCreate configOnly() {
    request.configOnly(true);
    driverless = true;
    return this;
  }

  /** Takes the configuration from a network that is nothing else, which each node has to have. */
  public NetworkCreate configFrom(String network) {
    request.configFrom(
        NetworkConfigReference.builder().network(Checks.text("network", network)).build());
    return this;
  }

  /**
   * Makes the network.
   *
   * @return its ID
   * @throws ConflictException if there is a network of this name, or an ingress network already
   * @throws InvalidRequestException if a subnet, gateway or range is wrong
   * @throws DeniedException if the engine is no manager, or the name is one of its own; engines
   *     before 23 say the former with another {@link EngineException}
   * @throws UnsupportedApiException if something here needs a newer API; nothing is sent then
   */
  public NetworkCreated execute() {
    if (choosesIpv4) {
      calls.requires(operation, ApiVersion.of(1, 48), "EnableIPv4");
    }
    if (ipam != null) {
      request.ipam(ipam.build());
    }
    if (driverless) {
      request.driver(null);
    }
    return calls
        .post(operation, "/networks/create")
        .body(request.build())
        .read(NetworkCreated.class);
  }
}
