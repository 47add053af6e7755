package io.github.swarmclient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.swarmclient.internal.json.Json;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request while it is put together, and the ways to read its answer. */
final class ApiCall {
  /** Above the 20 s after which engines themselves give up on the swarm. */
  private static final Duration UNARY = Duration.ofSeconds(30);

  private final ApiCalls calls;
  private final String method;
  private final String operation;
  private final String path;
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable RequestBody body;
  private @Nullable Duration readTimeout = UNARY;
  private Duration failover = ApiCalls.FAILOVER_BUDGET;
  private boolean versioned = true;

  ApiCall(ApiCalls calls, String method, String operation, String path) {
    this.calls = calls;
    this.method = method;
    this.operation = operation;
    this.path = path;
  }

  /** Adds {@code name=value} to the query, unless the value is null. */
  ApiCall query(String name, @Nullable Object value) {
    if (value != null) {
      query.put(name, value.toString());
    }
    return this;
  }

  /** Adds {@code name=1} to the query if {@code set}. */
  ApiCall flag(String name, boolean set) {
    return query(name, set ? "1" : null);
  }

  /** Adds the filters, unless there are none. */
  ApiCall filters(Map<String, ? extends Iterable<String>> filters) {
    return query("filters", filters.isEmpty() ? null : json(filters));
  }

  /** Adds a header, unless the value is null. */
  ApiCall header(String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
    return this;
  }

  /** Sends {@code object} as JSON. */
  ApiCall body(Object object) {
    try {
      return body(RequestBody.of("application/json", Json.MAPPER.writeValueAsBytes(object)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(operation + " failed: it cannot be written as JSON", e);
    }
  }

  ApiCall body(RequestBody body) {
    this.body = body;
    return this;
  }

  /** Lets the engine stay silent for as long as it likes. */
  ApiCall unbounded() {
    this.readTimeout = null;
    return this;
  }

  /**
   * Gives up when there is no answer after {@code limit}, also where other engines could be asked.
   */
  ApiCall within(Duration limit) {
    this.readTimeout = limit;
    this.failover = limit;
    return this;
  }

  /** Asks for the bare connection, in both directions, without limits. */
  ApiCall upgrade() {
    return header("Connection", "Upgrade").header("Upgrade", "tcp").unbounded();
  }

  /** Leaves the API version out of the path. */
  ApiCall unversioned() {
    this.versioned = false;
    return this;
  }

  /** Sends the request and reads the answer as a {@code type}. */
  <T> T read(Class<T> type) {
    return type.cast(read(Json.MAPPER.constructType(type), () -> null));
  }

  /** Sends the request and reads the answer as a list; {@code null} is an empty one. */
  <T> List<T> readList(Class<T> type) {
    JavaType list = Json.MAPPER.getTypeFactory().constructCollectionType(List.class, type);
    List<T> copy = new ArrayList<>();
    for (Object element : (List<?>) read(list, List::of)) {
      copy.add(type.cast(element));
    }
    return copy;
  }

  private Object read(JavaType type, Supplier<@Nullable Object> insteadOfNull) {
    return exchange(
        (response, engine) -> {
          try (InputStream in = response.body()) {
            Object answer = Json.MAPPER.readValue(in, type);
            Object value = answer == null ? insteadOfNull.get() : answer;
            if (value == null) {
              throw unreadable(engine, "it is null");
            }
            return value;
          } catch (JsonProcessingException e) {
            throwIfBroken(e);
            throw unreadable(engine, e);
          }
        });
  }

  /** Within lists Jackson takes a connection that breaks for JSON that is wrong. */
  private static void throwIfBroken(JsonProcessingException e) throws IOException {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException broken && !(cause instanceof JsonProcessingException)) {
        throw broken;
      }
    }
  }

  /** Says where the answer is strange, but not what stands there, which may be a secret. */
  private MalformedResponseException unreadable(String engine, JsonProcessingException e) {
    String where =
        e instanceof MismatchedInputException mismatch
            ? mismatch.getPath().stream()
                .map(
                    at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    return unreadable(
        engine,
        where.isEmpty()
            ? "it is no JSON, ends too early, or is something else altogether"
            : where + " is not what was expected");
  }

  private MalformedResponseException unreadable(String engine, String why) {
    return new MalformedResponseException(
        operation, "the answer of " + engine + " cannot be read: " + why, null);
  }

  /** Sends the request and drops what is answered. */
  void done() {
    exchange(
        (response, engine) -> {
          // Read to its end, a short answer leaves its connection to the next request.
          response.body().readNBytes(1 << 16);
          return operation;
        });
  }

  /** Sends the request and hands out the response, which the caller closes. */
  TransportResponse open() {
    return calls.withEngine(operation, writes(), failover, engine -> send(engine));
  }

  /** Sends the request and returns the value of a response header. */
  @Nullable String readHeader(String name) {
    try (TransportResponse response = open()) {
      return response.header(name);
    }
  }

  /** Reads an answer while it is open. */
  private interface Reader<T> {
    T read(TransportResponse response, String engine) throws IOException;
  }

  private <T> T exchange(Reader<T> reader) {
    return calls.withEngine(
        operation,
        writes(),
        failover,
        engine -> {
          try (TransportResponse response = send(engine)) {
            return reader.read(response, engine.name());
          }
        });
  }

  private boolean writes() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  private TransportResponse send(Engine engine) throws IOException {
    String target = (versioned ? "/v" + engine.version() : "") + path + queryText();
    TransportResponse response =
        engine.send(new TransportRequest(method, target, headers, body, readTimeout));
    ApiCalls.check(response, operation, engine.name(), writes(), path);
    return response;
  }

  private String queryText() {
    return query.isEmpty()
        ? ""
        : query.entrySet().stream()
            .map(e -> e.getKey() + "=" + PathTemplate.encode(e.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
