package io.github.swarmclient.okhttp;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Response;
import okio.Buffer;
import okio.Okio;
import okio.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A response that may be closed while it is read. okhttp's own may not: its close() and its read()
 * change the same buffers. So a reader holds a lock, and who closes wakes the reader first.
 */
final class OkHttpResponse implements TransportResponse {
  /** How much of an unread rest is worth reading, to keep the connection. */
  private static final long WORTH_READING = 16 << 10;

  /** How long the end of a short answer is worth waiting for, which may come a packet later. */
  private static final int WORTH_WAITING_MILLIS = 20;

  /** The same for an end that comes in many small parts. */
  private static final long WORTH_TRYING_NANOS = 50_000_000;

  /** How many times the read time-out a body may take that is more than silence. */
  private static final int WHOLE_BODY = 4;

  private final Exchange exchange;
  private final long began = System.nanoTime();
  private final Response response;
  private final Object address;
  private final InputStream body = new Body();
  private final @Nullable OutputStream upgraded;
  private final InputStream source;
  private final ReentrantLock reading = new ReentrantLock();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean ended; // at its end, or broken: the connection is given back already

  OkHttpResponse(Exchange exchange, Response response, Object address) {
    this.exchange = exchange;
    this.response = response;
    this.address = address;
    Socket socket = exchange.switched() ? response.socket() : null;
    upgraded = socket == null ? null : exchange.loan().output();
    // What came right after the headers waits in the buffer of okhttp's socket.
    source =
        socket == null
            ? response.body().byteStream()
            : Okio.buffer(socket.getSource()).inputStream();
  }

  @Override
  public int status() {
    return exchange.status();
  }

  @Override
  public @Nullable String header(String name) {
    return exchange.headers().get(name);
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public @Nullable OutputStream upgraded() {
    return upgraded;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (upgraded != null) {
      exchange.loan().end();
      release();
      return;
    }
    if (ended) {
      return;
    }
    if (!reading.tryLock()) {
      exchange.loan().end();
      reading.lock();
    }
    try {
      discard();
    } finally {
      reading.unlock();
    }
  }

  /** Tells okhttp that the connection, which is no HTTP's any more, is gone. */
  private void release() {
    Socket socket = response.socket();
    reading.lock();
    try {
      if (socket != null) {
        socket.getSource().close();
        socket.getSink().close();
      }
    } catch (IOException e) {
      // It is gone already.
    } finally {
      reading.unlock();
    }
  }

  /**
   * Reads to the end if the end is at hand, so that the connection can be used again; JSON parsers
   * stop before the last chunk. If it is not, okhttp learns from the failing read that the
   * connection is lost; its own close() would wait 100 ms and start a thread for that. The end of a
   * stream is not waited for.
   */
  private void discard() {
    boolean stream = exchange.request().readTimeout() == null;
    long start = System.nanoTime();
    Buffer rest = new Buffer();
    try {
      exchange.loan().hurry(stream ? 0 : WORTH_WAITING_MILLIS);
      while (response.body().source().read(rest, 8192) >= 0) {
        if (rest.size() > WORTH_READING || System.nanoTime() - start > WORTH_TRYING_NANOS) {
          exchange.loan().end();
        }
      }
    } catch (IOException e) {
      // As intended: okhttp has given the connection up.
    }
  }

  /** A body that comes drop by drop is never silent, and never ends. */
  private void requireTime() throws LateException {
    Duration silence = exchange.request().readTimeout();
    if (silence != null && System.nanoTime() - began > silence.multipliedBy(WHOLE_BODY).toNanos()) {
      throw new LateException(
          exchange.request()
              + " at "
              + address
              + ": the response was not complete within "
              + silence.multipliedBy(WHOLE_BODY));
    }
  }

  /** The whole of a body takes too long. */
  private static final class LateException extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    LateException(String message) {
      super(message);
    }
  }

  private IOException explained(IOException e) {
    String what = exchange.request() + " at " + address;
    if (closed.get()) {
      return new IOException(what + ": the response was closed", e);
    }
    if (Thread.currentThread().isInterrupted()) {
      return withCause(new InterruptedIOException(what + ": interrupted while reading"), e);
    }
    if (e instanceof SocketTimeoutException) {
      return withCause(
          new SocketTimeoutException(
              what + ": the response paused for longer than " + exchange.request().readTimeout()),
          e);
    }
    String why = e.getMessage() == null ? "" : ": " + e.getMessage();
    return new IOException(what + ": the response broke off" + why, e);
  }

  private static IOException withCause(IOException failure, Throwable cause) {
    failure.initCause(cause);
    return failure;
  }

  private final class Body extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0; // okio would wait for a byte nevertheless, and readNBytes asks for none at its
        // end
      }
      reading.lock();
      try {
        if (closed.get()) {
          throw new IOException("already closed");
        }
        requireTime();
        int count = source.read(bytes, offset, length);
        ended |= count < 0;
        return count;
      } catch (LateException e) {
        exchange.loan().end();
        throw e;
      } catch (IOException e) {
        ended = true;
        throw explained(e);
      } finally {
        reading.unlock();
      }
    }

    @Override
    public void close() {
      OkHttpResponse.this.close();
    }
  }
}
