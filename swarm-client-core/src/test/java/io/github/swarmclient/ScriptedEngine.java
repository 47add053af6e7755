package io.github.swarmclient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A transport that answers from a script, by method and path, and takes down what it is sent. */
final class ScriptedEngine implements SwarmTransport {
  static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean closed;

  ScriptedEngine() {
    this("tcp://docker01:2375");
  }

  ScriptedEngine(String name) {
    this.name = name;
    on("GET /_ping", request -> new Answer(200, Map.of("Api-Version", "1.45"), "OK"));
  }

  /** Says what is answered. */
  interface Script {
    Answer answer(Request request) throws IOException;
  }

  record Answer(int status, Map<String, String> headers, String body) {
    static Answer json(String json) {
      return new Answer(200, Map.of("Content-Type", "application/json"), json);
    }

    static Answer refusal(int status, String message) {
      try {
        return new Answer(
            status,
            Map.of("Content-Type", "application/json"),
            JSON.writeValueAsString(Map.of("message", message)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  record Request(String method, String target, String body, @Nullable Duration readTimeout) {
    /** Returns the path without the version. */
    String path() {
      return target.replaceFirst("\\?.*", "").replaceFirst("^/v\\d+\\.\\d+", "");
    }

    String query() {
      int mark = target.indexOf('?');
      return mark < 0
          ? ""
          : java.net.URLDecoder.decode(target.substring(mark + 1), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(body, e);
      }
    }

    @Override
    public String toString() {
      return method + " " + target;
    }
  }

  /** Answers requests for {@code endpoint}, such as {@code GET /nodes}; later scripts win. */
  ScriptedEngine on(String endpoint, Script script) {
    scripts.put(endpoint, script);
    return this;
  }

  ScriptedEngine on(String endpoint, String json) {
    return on(endpoint, request -> Answer.json(json));
  }

  ScriptedEngine refuse(String endpoint, int status, String message) {
    return on(endpoint, request -> Answer.refusal(status, message));
  }

  /** Answers one after the other; the last one from then on. */
  ScriptedEngine on(String endpoint, Script first, Script... then) {
    AtomicInteger next = new AtomicInteger();
    return on(
        endpoint,
        (Script)
            request -> {
              int now = next.getAndIncrement();
              return (now == 0 ? first : then[Math.min(now, then.length) - 1]).answer(request);
            });
  }

  SwarmClient client() {
    return SwarmClient.over(this);
  }

  SwarmClient client(TimeSource time) {
    return SwarmClient.builder().transport(this).time(time).build();
  }

  /** Returns all requests but the pings. */
  List<Request> requests() {
    return requests.stream().filter(request -> !request.target().equals("/_ping")).toList();
  }

  /** Returns {@code METHOD target} of all requests but the pings. */
  List<String> sent() {
    return requests().stream().map(Request::toString).toList();
  }

  /** Returns {@code METHOD target} of all that may change something. */
  List<String> writes() {
    return sent().stream().filter(request -> !request.startsWith("GET ")).toList();
  }

  Request only(String endpoint) {
    List<Request> found =
        requests().stream()
            .filter(request -> (request.method() + " " + request.path()).equals(endpoint))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " requests for " + endpoint + ": " + sent());
    }
    return found.get(0);
  }

  int pings() {
    return requests.size() - requests().size();
  }

  int openResponses() {
    return open.get();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    Request taken =
        new Request(
            request.method(), request.target(), text(request.body()), request.readTimeout());
    requests.add(taken);
    Script script = scripts.get(taken.method() + " " + taken.path());
    Answer answer = script == null ? Answer.refusal(404, "page not found") : script.answer(taken);
    open.incrementAndGet();
    return new Response(answer);
  }

  private static String text(@Nullable RequestBody body) throws IOException {
    if (body == null) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private final class Response implements TransportResponse {
    private final Answer answer;
    private final InputStream body;
    private boolean ended;

    Response(Answer answer) {
      this.answer = answer;
      this.body = new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int status() {
      return answer.status();
    }

    @Override
    public @Nullable String header(String header) {
      return answer.headers().entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(header))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }

    @Override
    public InputStream body() {
      return body;
    }

    @Override
    public void close() {
      if (!ended) {
        ended = true;
        open.decrementAndGet();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return name;
  }
}
