package io.github.swarmclient;

import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One engine a client talks to, and the API version it talks with it. */
final class Engine implements AutoCloseable {
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(30);

  private final SwarmTransport transport;
  private final @Nullable ApiVersion pinned;

  /**
   * The question for the version, asked once by the first of many threads, or its answer. Guarded
   * by this.
   */
  private @Nullable CompletableFuture<ApiVersion> spoken;

  Engine(SwarmTransport transport, @Nullable ApiVersion pinned) {
    this.transport = transport;
    this.pinned = pinned;
  }

  /** Returns the address, for messages. */
  String name() {
    return transport.toString();
  }

  TransportResponse send(TransportRequest request) throws IOException {
    return transport.send(request);
  }

  /**
   * Returns the version to talk: the engine's own, also where it is newer than this library, since
   * engines drop from a request what is newer than the version in its path.
   *
   * @throws NotConnectedException if the engine does not answer, who has seen no request but the
   *     ping
   */
  ApiVersion version() throws IOException {
    ApiVersion own = ownVersion();
    return pinned == null ? own : pinned;
  }

  /** Returns the newest version that the engine talks. */
  ApiVersion ownVersion() throws IOException {
    CompletableFuture<ApiVersion> mine = new CompletableFuture<>();
    CompletableFuture<ApiVersion> asked;
    synchronized (this) {
      if (spoken == null) {
        spoken = mine;
      }
      asked = spoken;
    }
    return asked == mine ? ask(mine) : answerOf(asked);
  }

  private ApiVersion ask(CompletableFuture<ApiVersion> question) throws IOException {
    try {
      ApiVersion answer = newEnough(ping());
      question.complete(answer);
      return answer;
    } catch (IOException | RuntimeException | Error e) {
      synchronized (this) {
        spoken = null;
      }
      question.completeExceptionally(e);
      throw e;
    }
  }

  /** Who waits for another thread's question shares its failure, and asks no more after it. */
  private static ApiVersion answerOf(CompletableFuture<ApiVersion> asked) throws IOException {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the API version was asked for");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      if (cause instanceof SwarmException known) {
        throw known;
      }
      throw new NotConnectedException(String.valueOf(cause.getMessage()), cause);
    }
  }

  private ApiVersion newEnough(ApiVersion own) {
    ApiVersion wanted = pinned == null ? ApiVersion.MINIMUM : pinned;
    if (!own.atLeast(wanted)) {
      String who = pinned == null ? "this library" : "this client, as it was told,";
      throw new UnsupportedApiException("connection to " + name(), who, wanted, own);
    }
    return own;
  }

  private ApiVersion ping() throws IOException {
    TransportRequest ping = new TransportRequest("GET", "/_ping", Map.of(), null, PING_TIMEOUT);
    try (TransportResponse answer = transport.send(ping)) {
      String header = answer.header("Api-Version");
      byte[] said = answer.body().readNBytes(1024);
      if (header == null || !header.matches("\\d{1,4}\\.\\d{1,4}")) {
        throw new MalformedResponseException(
            "connection to " + name(),
            "what answers there is no Docker engine: /_ping came with status "
                + answer.status()
                + " and without an API version"
                + wantsTls(said),
            null);
      }
      return ApiVersion.parse(header);
    } catch (NotConnectedException e) {
      throw e;
    } catch (IOException e) {
      throw new NotConnectedException(
          "no answer from " + name() + " to /_ping: " + e.getMessage(), e);
    }
  }

  /** Other texts of who is no engine are of no use. */
  private static String wantsTls(byte[] said) {
    String refusal = "Client sent an HTTP request to an HTTPS server";
    return new String(said, StandardCharsets.UTF_8).contains(refusal) ? "; " + refusal : "";
  }

  @Override
  public void close() {
    transport.close();
  }
}
