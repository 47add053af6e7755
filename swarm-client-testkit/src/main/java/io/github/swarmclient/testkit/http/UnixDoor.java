package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.transport.EngineAddress;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of a unix socket. */
final class UnixDoor extends Door {
  /** Longer than the path of a socket may be on any system. */
  private static final int TOO_LONG = 120;

  private final Path file;
  private boolean made;

  private UnixDoor(Path file) {
    super(StandardProtocolFamily.UNIX);
    this.file = file;
  }

  static UnixDoor create(Path file) throws IOException {
    UnixDoor door = new UnixDoor(file.toAbsolutePath());
    door.open();
    door.made = true;
    return door;
  }

  @Override
  EngineAddress address() {
    boolean long_ = fault() == Fault.PATH_TOO_LONG;
    return EngineAddress.of("unix://" + (long_ ? file + "/" + "x".repeat(TOO_LONG) : file));
  }

  @Override
  SocketAddress free() throws IOException {
    if (made) {
      Files.deleteIfExists(file);
    }
    return target();
  }

  @Override
  SocketAddress target() {
    return UnixDomainSocketAddress.of(file);
  }

  @Override
  @Nullable String refusal(Fault fault) {
    return fault.name().contains("TLS") ? "a unix socket speaks no TLS" : null;
  }

  @Override
  void lock(Fault fault) throws IOException {
    if (fault == Fault.MISSING_PATH) {
      Files.deleteIfExists(file);
    } else if (fault == Fault.PERMISSION_DENIED) {
      open();
      Files.setPosixFilePermissions(file, Set.of());
      requireDenied();
    }
  }

  private void requireDenied() throws IOException {
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.connect(target());
    } catch (IOException denied) {
      return;
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    throw new UnsupportedOperationException(
        "user " + System.getProperty("user.name") + " may open every socket, whatever its mode");
  }

  @Override
  Link link(SocketChannel channel, @Nullable Fault fault) {
    return new PlainLink(channel);
  }

  @Override
  public synchronized void close() throws IOException {
    super.close();
    Files.deleteIfExists(file);
  }
}
