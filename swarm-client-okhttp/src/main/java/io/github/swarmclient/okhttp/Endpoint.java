package io.github.swarmclient.okhttp;

import io.github.swarmclient.transport.EngineAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/** What differs between the kinds of addresses: the URL, the name look-up and the sockets. */
final class Endpoint {
  private final EngineAddress address;

  /**
   * Takes an address of a kind that this module can reach.
   *
   * @throws IllegalArgumentException if it is of another kind
   */
  Endpoint(EngineAddress address) {
    if (!supports(address)) {
      throw new IllegalArgumentException(
          address
              + " cannot be reached by this transport: it knows unix://, tcp:// and http:// only");
    }
    this.address = address;
  }

  static boolean supports(EngineAddress address) {
    return switch (address.scheme()) {
      case "unix", "tcp", "http" -> true;
      default -> false;
    };
  }

  private boolean isUnix() {
    return address.scheme().equals("unix");
  }

  /** Returns the URL below which requests go; it gives the Host header. */
  HttpUrl baseUrl() {
    HttpUrl.Builder url = new HttpUrl.Builder().scheme("http");
    return isUnix()
        ? url.host("docker").build()
        : url.host(address.host()).port(address.port()).build();
  }

  /** Returns the look-up of names. For a unix socket there is nothing to look up. */
  Dns dns() {
    return isUnix() ? Endpoint::nowhere : Dns.SYSTEM;
  }

  private static List<InetAddress> nowhere(String host) throws UnknownHostException {
    return List.of(InetAddress.getByAddress(host, new byte[4]));
  }

  SocketMaker sockets(ConnectFailures failures) {
    return isUnix()
        ? sockets -> new UnixSocket(address.path(), failures, sockets)
        : sockets -> new TcpSocket(failures, sockets);
  }

  /** Makes a socket that is not connected yet. */
  @FunctionalInterface
  interface SocketMaker {
    EngineSocket make(OpenSockets sockets) throws IOException;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
