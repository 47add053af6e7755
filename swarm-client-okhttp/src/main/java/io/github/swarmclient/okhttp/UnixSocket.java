package io.github.swarmclient.okhttp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/**
 * A connection through a unix socket. Bytes pass through direct buffers, which jnr hands to the
 * kernel as they are; for others it allocates a copy of the whole buffer at each call.
 */
final class UnixSocket extends EngineSocket {
  private static final int SMALL = 8 << 10;
  private static final int LARGE = 64 << 10;

  private final String path;
  private final ConnectFailures failures;
  private final UnixChannel channel;
  private final ByteBuffer sending = ByteBuffer.allocateDirect(SMALL);
  private ByteBuffer received = ByteBuffer.allocateDirect(SMALL).limit(0);
  private volatile boolean connected;
  private volatile int timeoutMillis;

  UnixSocket(String path, ConnectFailures failures, OpenSockets siblings) throws IOException {
    super(siblings);
    this.path = path;
    this.failures = failures;
    this.channel = UnixChannel.open();
  }

  /** Connects to the file of this socket; {@code endpoint} is what okhttp needs a host for. */
  @Override
  public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    try {
      channel.connect(failures.checkedPath(path), timeoutMillis);
      connected = true;
    } catch (IOException e) {
      boolean givenUp = isClosed();
      close();
      throw givenUp ? e : failures.ofUnix(e);
    }
  }

  @Override
  int receive(byte[] bytes, int offset, int length) throws IOException {
    if (!received.hasRemaining()) {
      channel.timeout(timeoutMillis);
      int count = channel.read(emptied());
      received.flip();
      if (count == UnixChannel.NOTHING) {
        throw new SocketTimeoutException("nothing came within " + timeoutMillis + " ms");
      }
    }
    return take(bytes, offset, length);
  }

  @Override
  int receiveNow(byte[] bytes, int offset, int length) throws IOException {
    if (!received.hasRemaining()) {
      int count = channel.readNow(emptied());
      received.flip();
      if (count == UnixChannel.NOTHING) {
        return 0;
      }
    }
    return take(bytes, offset, length);
  }

  /** Returns the buffer to read into: a large one once a read has filled the small one. */
  private ByteBuffer emptied() {
    if (received.limit() == received.capacity() && received.capacity() < LARGE) {
      received = ByteBuffer.allocateDirect(LARGE);
    }
    return received.clear();
  }

  private int take(byte[] bytes, int offset, int length) {
    int count = Math.min(length, received.remaining());
    received.get(bytes, offset, count);
    return count == 0 ? -1 : count;
  }

  @Override
  void send(byte[] bytes, int offset, int length) throws IOException {
    channel.timeout(timeoutMillis);
    int end = offset + length;
    for (int at = offset; at < end; at += sending.limit()) {
      sending.clear().put(bytes, at, Math.min(end - at, sending.capacity())).flip();
      while (sending.hasRemaining()) {
        if (channel.write(sending) == UnixChannel.NOTHING) {
          throw new SocketTimeoutException("nothing was taken within " + timeoutMillis + " ms");
        }
      }
    }
  }

  @Override
  void endOutput() throws IOException {
    channel.endOutput();
  }

  @Override
  void shut() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isConnected() {
    return connected;
  }

  /** Sets how long a read may wait, and a write too; 0 for as long as it takes. */
  @Override
  public synchronized void setSoTimeout(int millis) {
    // Told to the kernel when it matters: okhttp sets this several times for each exchange.
    timeoutMillis = millis;
  }

  @Override
  public synchronized int getSoTimeout() {
    return timeoutMillis;
  }

  @Override
  public String toString() {
    return "unix://" + path;
  }
}
