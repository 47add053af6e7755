package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.transport.EngineAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A port of the loopback interface. It stays this one's also while nothing listens there. */
final class TcpDoor extends Door {
  private final SocketChannel reservation;
  private final InetSocketAddress local;

  private TcpDoor(SocketChannel reservation) throws IOException {
    super(StandardProtocolFamily.INET);
    this.reservation = reservation;
    this.local = (InetSocketAddress) reservation.getLocalAddress();
  }

  static TcpDoor create() throws IOException {
    SocketChannel reservation = SocketChannel.open(StandardProtocolFamily.INET);
    try {
      reserve(reservation);
      TcpDoor door = new TcpDoor(reservation);
      door.open();
      return door;
    } catch (IOException e) {
      reservation.close();
      throw e;
    }
  }

  /** Takes a port that is nobody else's, and shares it with the listener, which comes and goes. */
  private static void reserve(SocketChannel reservation) throws IOException {
    boolean shares = reservation.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT);
    if (!shares) {
      reservation.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    }
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    reservation.bind(new InetSocketAddress(loopback, 0));
    if (shares) {
      // Not before: a port that may be shared is given to others who may share theirs. And not
      // SO_REUSEADDR, which lets every server take the port while nothing listens there.
      reservation.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    }
  }

  @Override
  EngineAddress address() {
    Fault fault = fault();
    String scheme = fault != null && wantsTls(fault) ? "https" : "tcp";
    return EngineAddress.of(scheme + "://127.0.0.1:" + local.getPort());
  }

  private static boolean wantsTls(Fault fault) {
    return switch (fault) {
      case TLS_UNKNOWN_CA,
          TLS_WRONG_HOST,
          TLS_EXPIRED,
          TLS_CLIENT_CERTIFICATE_REQUIRED,
          TLS_TO_PLAINTEXT ->
          true;
      default -> false;
    };
  }

  @Override
  SocketAddress free() {
    return local;
  }

  @Override
  SocketAddress target() {
    return local;
  }

  @Override
  @Nullable String refusal(Fault fault) {
    return switch (fault) {
      case MISSING_PATH, PERMISSION_DENIED, PATH_TOO_LONG -> "a TCP port has no path";
      default -> null;
    };
  }

  @Override
  void lock(Fault fault) {
    // Without a listener connections are refused.
  }

  @Override
  Link link(SocketChannel channel, @Nullable Fault fault) throws IOException {
    // A head and a body are two writes, the second of which would wait for 40 ms otherwise.
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return fault != null && speaksTls(fault)
        ? new TlsLink(
            channel,
            Certificates.get().server(fault),
            fault == Fault.TLS_CLIENT_CERTIFICATE_REQUIRED)
        : new PlainLink(channel);
  }

  private static boolean speaksTls(Fault fault) {
    return fault == Fault.PLAINTEXT_TO_TLS || (wantsTls(fault) && fault != Fault.TLS_TO_PLAINTEXT);
  }

  @Override
  void prepare(Fault fault) {
    if (speaksTls(fault)) {
      Certificates.get();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    super.close();
    reservation.close();
  }
}
