package io.github.swarmclient.okhttp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import jnr.constants.platform.Errno;
import jnr.constants.platform.Shutdown;
import jnr.enxio.channels.Native;
import jnr.enxio.channels.NativeException;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import jnr.unixsocket.UnixSocketOptions;

/**
 * A file descriptor of a unix socket that can be closed while another thread uses it.
 *
 * <p>jnr's own channel cannot: it frees the descriptor at once, and a thread that is about to read
 * then reads from whatever connection gets the number next (jnr-unixsocket#81); or, blocked, it is
 * not woken (#60). Here closing shuts the connection down, which wakes who is blocked, and the
 * descriptor is freed by the last one to leave it. Interrupting a blocked thread closes the
 * channel, as it does with the channels of the JDK.
 */
final class UnixChannel extends AbstractInterruptibleChannel {
  /** Returned when the time is up, or nothing is there, or nothing can be taken. */
  static final int NOTHING = 0;

  /**
   * How long one attempt to connect may block; in between it is seen that the channel is closed.
   */
  private static final int ATTEMPT_MILLIS = 50;

  private final UnixSocketChannel socket;
  private int users; // guarded by this
  private boolean leaving; // guarded by this
  private int timeoutMillis; // what the kernel knows

  private UnixChannel(UnixSocketChannel socket) {
    this.socket = socket;
  }

  static UnixChannel open() throws IOException {
    return new UnixChannel(UnixSocketChannel.create());
  }

  /**
   * Connects. A connect blocks when the listener's queue is full; jnr knows no time-out for that,
   * but the kernel takes the one for sending.
   *
   * @throws NativeException with the error of the system
   */
  void connect(String path, int timeoutMillis) throws IOException {
    UnixSocketAddress address = addressOf(path);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    use(() -> option(UnixSocketOptions.SO_SNDTIMEO, ATTEMPT_MILLIS));
    while (use(() -> attempt(address)) == NOTHING) {
      if (timeoutMillis > 0 && System.nanoTime() - deadline > 0) {
        throw new SocketTimeoutException("connect timed out");
      }
    }
    use(() -> option(UnixSocketOptions.SO_SNDTIMEO, 0));
  }

  private int attempt(UnixSocketAddress address) throws IOException {
    try {
      return socket.connect(address) ? 1 : NOTHING;
    } catch (IOException e) {
      Errno errno = Native.getLastError(); // jnr keeps only the text
      NativeException named = new NativeException(errno.toString(), errno);
      named.initCause(e);
      throw named;
    }
  }

  private static UnixSocketAddress addressOf(String path) {
    // jnr counts characters where the kernel wants bytes, and would cut the path short.
    int missing = path.getBytes(StandardCharsets.UTF_8).length - path.length();
    return new UnixSocketAddress(path + "\0".repeat(missing));
  }

  /** Sets how long a read or a write may block; 0 for as long as it takes. */
  void timeout(int millis) throws IOException {
    if (millis != timeoutMillis) {
      use(() -> option(UnixSocketOptions.SO_RCVTIMEO, millis));
      use(() -> option(UnixSocketOptions.SO_SNDTIMEO, millis));
      timeoutMillis = millis;
    }
  }

  private int option(SocketOption<Integer> option, int value) throws IOException {
    socket.setOption(option, value);
    return 1;
  }

  /** Reads into a direct buffer. Returns −1 at the end, {@link #NOTHING} when the time is up. */
  int read(ByteBuffer direct) throws IOException {
    return use(() -> readOnce(direct));
  }

  /** Reads what is there, and does not wait. */
  int readNow(ByteBuffer direct) throws IOException {
    return use(
        () -> {
          socket.configureBlocking(false);
          try {
            return readOnce(direct);
          } finally {
            socket.configureBlocking(true);
          }
        });
  }

  private static int failed() throws NativeException {
    Errno errno = Native.getLastError();
    if (errno == Errno.EAGAIN || errno == Errno.EWOULDBLOCK) {
      return NOTHING;
    }
    throw new NativeException(errno.toString(), errno);
  }

  private int readOnce(ByteBuffer direct) throws IOException {
    int count = Native.read(socket.getFD(), direct);
    if (count > 0) {
      return count;
    }
    return count == 0 ? -1 : failed();
  }

  /** Writes from a direct buffer. Returns {@link #NOTHING} when the time is up. */
  int write(ByteBuffer direct) throws IOException {
    return use(
        () -> {
          int count = Native.write(socket.getFD(), direct);
          return count < 0 ? failed() : count;
        });
  }

  /** Ends what is written; the other side reads the end then. */
  void endOutput() throws IOException {
    use(() -> Native.shutdown(socket.getFD(), Shutdown.SHUT_WR.intValue()) < 0 ? failed() : 1);
  }

  /** Something done with the descriptor; a positive result is one that stands. */
  @FunctionalInterface
  private interface Use {
    int run() throws IOException;
  }

  private int use(Use use) throws IOException {
    enter();
    int result = NOTHING;
    try {
      begin();
      result = use.run();
    } catch (IOException e) {
      // If it failed because the channel was shut down, end() says so, better than EPIPE does.
      if (isOpen()) {
        throw e;
      }
    } finally {
      leave();
      end(result > 0);
    }
    return result;
  }

  private synchronized void enter() throws ClosedChannelException {
    if (leaving) {
      throw new ClosedChannelException();
    }
    users++;
  }

  private synchronized void leave() {
    users--;
    free();
  }

  /** Called once, by {@link #close()} or by the interruption of a thread that is blocked here. */
  @Override
  protected synchronized void implCloseChannel() {
    leaving = true;
    if (users > 0) {
      // Who is not connected yet is not woken by this, but does not block for long either.
      Native.shutdown(socket.getFD(), Shutdown.SHUT_RDWR.intValue());
    }
    free();
  }

  private void free() {
    if (leaving && users == 0) {
      try {
        // Not by way of jnr's channel: it closes nothing if a shutdown before that fails.
        Native.close(socket.getFD());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
