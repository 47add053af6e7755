package io.github.swarmclient;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;

/** Knocks at a TCP port; tests bring their own. */
@FunctionalInterface
interface TcpProbe {

  /** What came of it. */
  enum Knock {
    /** Somebody listens there. */
    CONNECTED,
    /** The host answers, but nobody listens there. */
    REFUSED,
    /** Nothing answers. */
    SILENT
  }

  /** Knocks once, and waits for no longer than 2 seconds. */
  Knock knock(String host, int port);

  /** Knocks with a socket of this machine. */
  static TcpProbe sockets() {
    return (host, port) -> {
      try (Socket socket = new Socket(Proxy.NO_PROXY)) {
        socket.connect(new InetSocketAddress(host, port), (int) Duration.ofSeconds(2).toMillis());
        return Knock.CONNECTED;
      } catch (ConnectException e) {
        String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return why.contains("refused") ? Knock.REFUSED : Knock.SILENT;
      } catch (IOException e) {
        return Knock.SILENT;
      }
    };
  }
}
