package io.github.swarmclient;

import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An engine that answers what a test laid down, and remembers what it was asked. Answers to one
 * endpoint are given in order, the last one for ever; what nothing was laid down for is 404. Talks
 * API 1.47.
 */
final class CannedEngine implements SwarmTransport {
  static final String VERSION = "/v1.47";

  private final String address;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final Input input = new Input();
  private boolean closed;

  /** What came over connections that were upgraded. */
  private static final class Input extends ByteArrayOutputStream {
    private boolean ended;

    @Override
    public void close() {
      ended = true;
    }
  }

  /** One request as it went out; the target without the version. */
  record Sent(
      String method,
      String target,
      Map<String, String> headers,
      String body,
      @Nullable Duration readTimeout) {
    @Override
    public String toString() {
      return method + " " + target + (body.isEmpty() ? "" : " " + body);
    }
  }

  private record Answer(int status, Map<String, String> headers, InputStream body) {}

  CannedEngine() {
    this("tcp://canned:2375");
  }

  CannedEngine(String address) {
    this.address = address;
  }

  /** Answers {@code GET /services}, query and version left out, with a status and a body. */
  CannedEngine on(String methodAndPath, int status, String body) {
    return on(methodAndPath, status, body.getBytes(StandardCharsets.UTF_8));
  }

  CannedEngine on(String methodAndPath, int status, byte[] body) {
    return on(methodAndPath, status, Map.of(), new ByteArrayInputStream(body));
  }

  CannedEngine on(String methodAndPath, int status, Map<String, String> headers, InputStream body) {
    answers
        .computeIfAbsent(methodAndPath, key -> new ArrayDeque<>())
        .add(new Answer(status, headers, body));
    return this;
  }

  /** Answers as an engine does that refuses. */
  CannedEngine refuses(String methodAndPath, int status, String message) {
    return on(methodAndPath, status, "{\"message\":\"" + message.replace("\"", "\\\"") + "\"}");
  }

  /** Is node {@code nodeId} of a swarm. */
  CannedEngine isNode(String nodeId) {
    return on("GET /info", 200, "{\"Swarm\":{\"NodeID\":\"" + nodeId + "\"}}");
  }

  /** Returns a client of this engine. */
  SwarmClient client() {
    return SwarmClient.over(this);
  }

  /** Returns the requests, without the one that asks for the version. */
  List<Sent> sent() {
    return sent;
  }

  Sent last() {
    return sent.get(sent.size() - 1);
  }

  /** Returns what came over upgraded connections, with {@code <end>} if it has ended. */
  String input() {
    return input.toString(StandardCharsets.UTF_8) + (input.ended ? "<end>" : "");
  }

  boolean closed() {
    return closed;
  }

  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    if (request.target().equals("/_ping")) {
      return new Response(
          new Answer(
              200,
              Map.of("api-version", VERSION.substring(2)),
              new ByteArrayInputStream(new byte[] {'O', 'K'})));
    }
    if (!request.target().startsWith(VERSION + "/")) {
      throw new AssertionError("no version in " + request);
    }
    String target = request.target().substring(VERSION.length());
    sent.add(
        new Sent(
            request.method(),
            target,
            request.headers(),
            body(request.body()),
            request.readTimeout()));
    String path = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
    Deque<Answer> laidDown = answers.get(request.method() + " " + path);
    if (laidDown == null) {
      return new Response(
          new Answer(
              404,
              Map.of(),
              new ByteArrayInputStream(
                  "{\"message\":\"page not found\"}".getBytes(StandardCharsets.UTF_8))));
    }
    Answer answer = laidDown.size() > 1 ? laidDown.removeFirst() : laidDown.getFirst();
    if (answer.body.markSupported()) {
      answer.body.reset();
    }
    return new Response(answer);
  }

  /** Bytes one to one, so that a tar archive survives being a text. */
  private static String body(@Nullable RequestBody body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (body != null) {
      body.writeTo(bytes);
    }
    return bytes.toString(
        body == null || body.length() >= 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private final class Response implements TransportResponse {
    private final Answer answer;
    private final InputStream body;
    private volatile boolean closed;

    Response(Answer answer) {
      this.answer = answer;
      this.body =
          new FilterInputStream(answer.body) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
              if (closed) {
                throw new IOException("closed");
              }
              return super.read(target, offset, length);
            }
          };
    }

    @Override
    public int status() {
      return answer.status;
    }

    @Override
    public @Nullable String header(String name) {
      return answer.headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public InputStream body() {
      return body;
    }

    @Override
    public @Nullable OutputStream upgraded() {
      return answer.status == 101 ? input : null;
    }

    @Override
    public void close() {
      closed = true;
      try {
        answer.body.close();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return address;
  }
}
