package io.github.swarmclient.okhttp;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Talks HTTP/1.1 to an engine on a unix socket or on plain TCP, with okhttp.
 *
 * <p>Idle connections are kept, and one that the engine has closed meanwhile is noticed before it
 * is used. Should it close at the very moment of use, a GET or HEAD is sent again on a new
 * connection, once; what changes something is never sent twice, and fails with an {@link
 * IOException}. No proxy is used, whatever the system's settings are.
 *
 * <p>Interrupting a thread that waits for an answer or reads a body ends it with an {@link
 * InterruptedIOException}, and the connection with it; the thread stays interrupted.
 */
public final class OkHttpTransport implements SwarmTransport {
  /**
   * An engine keeps idle connections for ever, but proxies and NATs before it drop them after a
   * minute or more; and a thread that polls comes back within seconds.
   */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  private final Endpoint endpoint;
  private final OpenSockets sockets;
  private final ConnectFailures failures;
  private final HttpRequests requests;
  private final ConnectionPool pool;
  private final OkHttpClient client;

  private OkHttpTransport(Builder builder) {
    endpoint = new Endpoint(builder.address);
    failures = new ConnectFailures(builder.address, builder.connectTimeout);
    sockets = new OpenSockets(endpoint.sockets(failures));
    requests = new HttpRequests(endpoint.baseUrl());
    pool =
        new ConnectionPool(
            builder.maxIdleConnections, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
    client =
        new OkHttpClient.Builder()
            .connectionPool(pool)
            .socketFactory(sockets)
            .dns(endpoint.dns())
            .proxy(Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(builder.connectTimeout)
            // The sockets keep the time themselves; okhttp would start a thread for it.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            // It would connect in threads of its own.
            .fastFallback(false)
            .addNetworkInterceptor(Exchange::intercept)
            .build();
  }

  /**
   * Returns a transport to {@code address}. Connects to nothing yet.
   *
   * @throws IllegalArgumentException if the address is neither of a unix socket nor of plain TCP
   */
  public static OkHttpTransport open(EngineAddress address) {
    return builder(address).build();
  }

  /** Returns a builder of transports to {@code address}. */
  public static Builder builder(EngineAddress address) {
    return new Builder(address);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IllegalArgumentException if the request cannot be sent as it stands
   */
  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    boolean repeated = false;
    while (true) {
      requireOpen();
      requireUninterrupted(request);
      Exchange exchange = new Exchange(request);
      try {
        return new OkHttpResponse(
            exchange, client.newCall(requests.of(exchange)).execute(), endpoint);
      } catch (StaleConnectionException e) {
        // Nothing was sent, and the pool has one dead connection less: again.
      } catch (IOException e) {
        if (repeated || !mayRepeat(exchange, e)) {
          throw explained(request, e);
        }
        repeated = true;
        // So that the second attempt goes out on a connection of its own.
        pool.evictAll();
      }
    }
  }

  private boolean mayRepeat(Exchange exchange, IOException e) {
    return exchange.repeatable()
        && !(e instanceof SocketTimeoutException)
        && !sockets.isClosed()
        && !Thread.currentThread().isInterrupted();
  }

  private void requireOpen() {
    if (sockets.isClosed()) {
      throw new IllegalStateException("the transport to " + endpoint + " is closed");
    }
  }

  private void requireUninterrupted(TransportRequest request) throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException(
          request + " at " + endpoint + " was not sent: the thread is interrupted");
    }
  }

  private IOException explained(TransportRequest request, IOException e) {
    String what = request + " at " + endpoint;
    if (sockets.isClosed()) {
      return new IOException(what + " has no answer: the transport was closed", e);
    }
    if (Thread.currentThread().isInterrupted()) {
      return withCause(new InterruptedIOException(what + " was interrupted"), e);
    }
    if (e instanceof NotConnectedException) {
      return e;
    }
    if (e instanceof UnknownHostException) {
      return failures.ofName(e);
    }
    if (e instanceof SocketTimeoutException) {
      return withCause(
          new SocketTimeoutException(what + " has no answer within " + request.readTimeout()), e);
    }
    return new IOException(what + " has no answer: the connection broke", e);
  }

  private static IOException withCause(IOException failure, Throwable cause) {
    failure.initCause(cause);
    return failure;
  }

  @Override
  public void close() {
    sockets.close();
    pool.evictAll();
  }

  /** Returns the address of the engine. */
  @Override
  public String toString() {
    return endpoint.toString();
  }

  /** Builds an {@link OkHttpTransport}. */
  public static final class Builder {
    private final EngineAddress address;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private int maxIdleConnections = 64;

    Builder(EngineAddress address) {
      this.address = Objects.requireNonNull(address, "address");
    }

    /** Sets how long connecting may take; 10 seconds if this is not called. */
    public Builder connectTimeout(Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("a connect timeout is longer than " + timeout);
      }
      connectTimeout = timeout;
      return this;
    }

    /**
     * Sets how many connections are kept while nobody uses them; 64 if this is not called. As many
     * as threads that call at the same time: with fewer, connections are opened all the time.
     */
    public Builder maxIdleConnections(int count) {
      if (count < 0) {
        throw new IllegalArgumentException("connections are not fewer than none: " + count);
      }
      maxIdleConnections = count;
      return this;
    }

    /**
     * Returns the transport. Connects to nothing yet.
     *
     * @throws IllegalArgumentException if the address is neither of a unix socket nor of plain TCP
     */
    public OkHttpTransport build() {
      return new OkHttpTransport(this);
    }
  }
}
