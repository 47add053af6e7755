package io.github.swarmclient.okhttp;

import io.github.swarmclient.transport.TransportRequest;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, on one connection. It stands between okhttp's connections and
 * okhttp's opinions, as its last interceptor.
 */
final class Exchange {
  private static final int SWITCHED = 101;

  private final TransportRequest request;
  private @Nullable Loan loan;
  private int status;
  private Headers headers = Headers.EMPTY;

  Exchange(TransportRequest request) {
    this.request = request;
  }

  /** The interceptor that hands over to the exchange of the request. */
  static Response intercept(Interceptor.Chain chain) throws IOException {
    Exchange exchange = chain.request().tag(Exchange.class);
    if (exchange == null) {
      throw new IllegalStateException("a request that this transport did not make");
    }
    return exchange.proceed(chain);
  }

  private Response proceed(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    if (connection == null || !(connection.socket() instanceof EngineSocket socket)) {
      throw new IllegalStateException("a connection that this transport did not make");
    }
    loan = socket.lend(readTimeoutMillis(), request.method().equals("HEAD"));
    Response response = chain.proceed(asGiven(chain.request()));
    status = response.code();
    headers = response.headers();
    if (status == SWITCHED) {
      return response;
    }
    // okhttp sends a request again at 503 with Retry-After: 0, refuses 407, and so on; the status
    // is
    // for the caller to judge, so okhttp sees none that it has an opinion on.
    return response.newBuilder().code(200).build();
  }

  /** Takes out again what okhttp has added and HTTP does not need. */
  private Request asGiven(Request sent) {
    boolean given = request.headers().keySet().stream().anyMatch("User-Agent"::equalsIgnoreCase);
    return given ? sent : sent.newBuilder().removeHeader("User-Agent").build();
  }

  private int readTimeoutMillis() {
    Duration timeout = request.readTimeout();
    if (timeout == null) {
      return 0;
    }
    // 0 means for ever, so the shortest time there is is 1 ms.
    return Math.toIntExact(Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE)));
  }

  /**
   * Returns whether the request may be sent again after a failure without an answer: it went out on
   * a connection that had been idle, which the engine may have closed at that moment, and sending
   * it twice does no harm.
   */
  boolean repeatable() {
    boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
    return reading && status == 0 && loan != null && !loan.first();
  }

  /** Returns the use of the connection; there is one once there is a response. */
  Loan loan() {
    if (loan == null) {
      throw new IllegalStateException("not connected");
    }
    return loan;
  }

  /** Returns whether the connection carries no HTTP any more. */
  boolean switched() {
    return status == SWITCHED;
  }

  int status() {
    return status;
  }

  Headers headers() {
    return headers;
  }

  TransportRequest request() {
    return request;
  }
}
