package io.github.swarmclient.transport;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One HTTP request, complete and already encoded. Immutable, except for a streaming body. */
public final class TransportRequest {
  private final String method;
  private final String target;
  private final Map<String, String> headers;
  private final @Nullable RequestBody body;
  private final @Nullable Duration readTimeout;

  /**
   * Makes a request.
   *
   * @param method {@code GET}, {@code POST} and so on
   * @param target the path and query as they go on the wire, percent-encoded, beginning with a
   *     slash
   * @param headers sent besides those that HTTP itself needs
   * @param body what to send, or null to send nothing
   * @param readTimeout how long the engine may stay silent, or null for as long as it likes
   */
  public TransportRequest(
      String method,
      String target,
      Map<String, String> headers,
      @Nullable RequestBody body,
      @Nullable Duration readTimeout) {
    this.method = Objects.requireNonNull(method, "method");
    this.target = Objects.requireNonNull(target, "target");
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    this.body = body;
    this.readTimeout = readTimeout;
  }

  /** Returns the HTTP method, in capitals. */
  public String method() {
    return method;
  }

  /** Returns the path and query, percent-encoded, to be sent as they are. */
  public String target() {
    return target;
  }

  /** Returns the headers to send. Their values may be credentials, and are not for logs. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Returns the body, or null if the request has none. */
  public @Nullable RequestBody body() {
    return body;
  }

  /** Returns how long the engine may stay silent, or null for as long as it likes. */
  public @Nullable Duration readTimeout() {
    return readTimeout;
  }

  /** Returns method and target; headers and body may be secret and are left out. */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
