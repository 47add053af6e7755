package io.github.swarmclient.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A socket to an engine that is lent to one exchange after the other. Before it is lent again it is
 * asked, without waiting, whether the engine has closed it in the meantime.
 */
abstract class EngineSocket extends Socket {
  /** How long headers may take that have begun to come, where a response may take any time. */
  private static final int LONGEST_HEAD_MILLIS = 30_000;

  private final OpenSockets siblings;
  private final InputStream in = new Input();
  private final OutputStream out = new Output();
  private @Nullable Loan loan; // guarded by this
  private volatile boolean waiting = true;

  /** What is read of the current response. */
  private volatile ResponseFraming response = new ResponseFraming(false);

  private volatile long headBegan;
  private volatile int readTimeoutMillis;

  /** Whether something came that belongs to no response; the connection carries no other then. */
  private volatile boolean surplus;

  private volatile boolean outputEnded;

  EngineSocket(OpenSockets siblings) throws SocketException {
    // No SocketImpl: what okhttp calls is overridden, and the rest must fail.
    super((SocketImpl) null);
    this.siblings = siblings;
  }

  /**
   * Lends this socket to an exchange.
   *
   * @param headOnly whether the response has no body, whatever its headers say
   * @throws StaleConnectionException if it was lent before and has died since; it is closed then
   */
  final synchronized Loan lend(int readTimeoutMillis, boolean headOnly) throws IOException {
    boolean first = loan == null;
    if (!first && !isQuiet()) {
      close();
      throw new StaleConnectionException();
    }
    waiting = true;
    response = new ResponseFraming(headOnly);
    this.readTimeoutMillis = readTimeoutMillis;
    setSoTimeout(readTimeoutMillis);
    loan = new Loan(this, first);
    return loan;
  }

  /**
   * Returns whether the engine has neither closed the connection nor sent what nobody asked for.
   */
  private boolean isQuiet() {
    try {
      return !surplus && !isClosed() && receiveNow(new byte[1], 0, 1) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  final synchronized void end(Loan ended) {
    if (ended == loan) {
      close();
    }
  }

  final synchronized void hurry(Loan hurrying, int millis) throws IOException {
    if (hurrying == loan) {
      waiting = millis > 0;
      setSoTimeout(millis);
    }
  }

  /** Reads; waits for at least one byte, for as long as the time-out allows. −1 at the end. */
  abstract int receive(byte[] bytes, int offset, int length) throws IOException;

  /** Reads what is there: −1 at the end, 0 if there is nothing. */
  abstract int receiveNow(byte[] bytes, int offset, int length) throws IOException;

  /** Writes all of the bytes. */
  abstract void send(byte[] bytes, int offset, int length) throws IOException;

  /** Closes the socket and wakes who is blocked on it. Called once or more, by any thread. */
  abstract void shut();

  @Override
  public final synchronized void close() {
    siblings.forget(this);
    shut();
  }

  @Override
  public final InputStream getInputStream() {
    return in;
  }

  @Override
  public final OutputStream getOutputStream() {
    return out;
  }

  /** Ends what is sent, and lets the engine know, who may go on sending. */
  abstract void endOutput() throws IOException;

  @Override
  public final void shutdownOutput() throws IOException {
    outputEnded = true;
    endOutput();
  }

  // The other half is never shut alone.

  @Override
  public final boolean isInputShutdown() {
    return isClosed();
  }

  @Override
  public final boolean isOutputShutdown() {
    return outputEnded || isClosed();
  }

  /**
   * Receives; headers that have begun to come have to come to an end, also where each byte of them
   * comes in time.
   */
  private int receiveInTime(byte[] bytes, int offset, int length) throws IOException {
    ResponseFraming current = response;
    if (!current.amidHead()) {
      headBegan = System.nanoTime();
      return receive(bytes, offset, length);
    }
    int limit = readTimeoutMillis > 0 ? readTimeoutMillis : LONGEST_HEAD_MILLIS;
    long left = limit - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - headBegan);
    if (left <= 0) {
      throw new SocketTimeoutException("the headers did not end within " + limit + " ms");
    }
    setSoTimeout((int) left);
    try {
      return receive(bytes, offset, length);
    } finally {
      setSoTimeout(readTimeoutMillis);
    }
  }

  /** Returns how many of the bytes are the response's; the rest is dropped. */
  private int ofResponse(byte[] bytes, int offset, int count) throws IOException {
    if (count <= 0) {
      return count;
    }
    int taken = response.take(bytes, offset, count);
    surplus |= taken < count;
    return taken == 0 ? -1 : taken;
  }

  private final class Input extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      if (length == 0) {
        return 0;
      }
      if (waiting) {
        return ofResponse(bytes, offset, receiveInTime(bytes, offset, length));
      }
      int count = receiveNow(bytes, offset, length);
      if (count == 0) {
        throw new SocketTimeoutException("nothing more to read at once");
      }
      return ofResponse(bytes, offset, count);
    }

    @Override
    public void close() {
      EngineSocket.this.close();
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      send(bytes, offset, length);
    }

    @Override
    public void close() {
      EngineSocket.this.close();
    }
  }
}
