package io.github.swarmclient.okhttp;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.NotConnectedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jnr.constants.platform.Errno;
import jnr.enxio.channels.NativeException;

/** Says why no connection could be made to an address, and what to do about it. */
final class ConnectFailures {
  /** The shortest that {@code sun_path} is on a system we know (macOS); Linux has 108. */
  private static final int MAC_PATH = 104;

  private static final int LINUX_PATH = 108;

  private final EngineAddress address;
  private final Duration timeout;

  ConnectFailures(EngineAddress address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  /** Returns {@code path}, which is short enough to be the address of a socket. */
  String checkedPath(String path) throws NotConnectedException {
    int room = System.getProperty("os.name", "").startsWith("Mac") ? MAC_PATH : LINUX_PATH;
    int length = path.getBytes(StandardCharsets.UTF_8).length;
    if (length >= room) {
      throw new NotConnectedException(
          "%s cannot be opened: its path has %d bytes, and a socket's may have %d at most; use a shorter path, or a symbolic link"
              .formatted(address, length, room - 1),
          null);
    }
    return path;
  }

  /** Explains a failure to connect to a unix socket. */
  IOException ofUnix(IOException e) {
    if (e instanceof NotConnectedException) {
      return e;
    }
    if (e instanceof SocketTimeoutException) {
      return because(
          "the engine at %s took no connection within %s: its queue is full; is it stopped?"
              .formatted(address, timeout),
          e);
    }
    return because(ofErrno(e), e);
  }

  private String ofErrno(IOException e) {
    Errno errno = e instanceof NativeException named ? named.getErrno() : Errno.EIO;
    return switch (errno) {
      case ENOENT, ENOTDIR -> noEngine("the file does not exist");
      case ECONNREFUSED ->
          noEngine(
              isNoSocket()
                  ? "the file is not a socket"
                  : "the socket is there, but nothing serves it");
      case EACCES, EPERM ->
          "%s may not be opened by user %s; add the user to the group of the socket, or run as root"
              .formatted(address, System.getProperty("user.name"));
      default -> "%s cannot be opened: %s".formatted(address, e.getMessage());
    };
  }

  private boolean isNoSocket() {
    Path file = Path.of(address.path());
    return Files.isRegularFile(file) || Files.isDirectory(file);
  }

  /** Explains a failure to connect over TCP. */
  IOException ofTcp(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return because(
          "no engine answers at %s: no connection within %s; check the address, and the firewalls on the way"
              .formatted(address, timeout),
          e);
    }
    if (e instanceof ConnectException) {
      return because(noEngine("the connection was refused"), e);
    }
    return because("%s cannot be reached: %s".formatted(address, e.getMessage()), e);
  }

  /** Explains that the name of the host means nothing. */
  NotConnectedException ofName(IOException e) {
    return because(
        "%s cannot be reached: the host %s is unknown; check the name"
            .formatted(address, address.host()),
        e);
  }

  private String noEngine(String why) {
    return "no engine listens at %s: %s; start the engine, or name another address in DOCKER_HOST"
        .formatted(address, why);
  }

  private static NotConnectedException because(String message, IOException cause) {
    return new NotConnectedException(message, cause);
  }
}
