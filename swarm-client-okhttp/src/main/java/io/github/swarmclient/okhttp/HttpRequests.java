package io.github.swarmclient.okhttp;

import io.github.swarmclient.transport.TransportRequest;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Puts requests into okhttp's form, and makes sure that they come out of it as they went in. */
final class HttpRequests {
  private static final RequestBody EMPTY = RequestBody.create(new byte[0], null);

  private final HttpUrl base;

  HttpRequests(HttpUrl base) {
    this.base = base;
  }

  /**
   * Returns the request of an exchange.
   *
   * @throws IllegalArgumentException if it cannot be sent as it stands
   */
  Request of(Exchange exchange) {
    TransportRequest request = exchange.request();
    return new Request.Builder()
        .url(urlOf(request.target()))
        .headers(headersOf(request))
        .method(request.method(), bodyOf(request))
        .tag(Exchange.class, exchange)
        .build();
  }

  private HttpUrl urlOf(String target) {
    int question = target.indexOf('?');
    HttpUrl url =
        base.newBuilder()
            .encodedPath(question < 0 ? target : target.substring(0, question))
            .encodedQuery(question < 0 ? null : target.substring(question + 1))
            .build();
    if (!target.equals(targetOf(url))) {
      throw new IllegalArgumentException(
          "the target \"%s\" cannot be sent as it stands: okhttp would make \"%s\" of it"
              .formatted(target, targetOf(url)));
    }
    return url;
  }

  /** Returns what okhttp sends for a URL. */
  private static String targetOf(HttpUrl url) {
    String query = url.encodedQuery();
    return query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
  }

  private static Headers headersOf(TransportRequest request) {
    Headers.Builder headers = new Headers.Builder();
    // Or else okhttp asks for gzip.
    headers.set("Accept-Encoding", "identity");
    if (request.body() != null) {
      headers.set("Content-Type", checked("Content-Type", request.body().contentType()));
    }
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      headers.set(header.getKey(), checked(header.getKey(), header.getValue()));
    }
    return headers.build();
  }

  /**
   * Refuses what okhttp would refuse with a message that repeats the value, which may be secret.
   */
  private static String checked(String name, String value) {
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) {
      throw new IllegalArgumentException(
          "the value of the header " + name + " has a character that HTTP does not allow");
    }
    return value;
  }

  private static @Nullable RequestBody bodyOf(TransportRequest request) {
    if (request.body() != null) {
      return new OneShotBody(request.body());
    }
    return switch (request.method()) {
      // okhttp wants a body for these; an empty one goes out as Content-Length: 0.
      case "POST", "PUT", "PATCH" -> EMPTY;
      default -> null;
    };
  }
}
