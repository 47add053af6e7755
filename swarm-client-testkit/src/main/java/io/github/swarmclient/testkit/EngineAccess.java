package io.github.swarmclient.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.swarmclient.TimeSource;
import io.github.swarmclient.okhttp.OkHttpTransport;
import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * The way to one real engine, wherever it runs.
 *
 * @param endpoint where this process reaches the engine
 * @param address the IP address of its host
 * @param within how long it may take to answer once it is started
 * @param requests keeps what clients send
 */
record EngineAccess(
    String hostname, String address, EngineAddress endpoint, Duration within, RequestLog requests) {
  static final TimeSource TIME = TimeSource.system();
  static final Duration FETCH_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration LOAD_TIMEOUT = Duration.ofMinutes(2);
  private static final int LOG_LINES_IN_MESSAGES = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns a transport that no fault is in the way of, whose requests nobody keeps. */
  SwarmTransport direct() {
    return OkHttpTransport.open(endpoint);
  }

  private SwarmTransport transport() {
    return requests.recording(direct());
  }

  /** Returns what answers a GET at a published port of the host. */
  String fetch(int port, String path) throws IOException {
    String url = url(port, path);
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout((int) FETCH_TIMEOUT.toMillis());
    connection.setReadTimeout((int) FETCH_TIMEOUT.toMillis());
    connection.setInstanceFollowRedirects(false);
    // Every connection may be answered by another replica.
    connection.setRequestProperty("Connection", "close");
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException(url + " answered with status " + status);
      }
      try (InputStream body = connection.getInputStream()) {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new IOException("nothing to be had from " + hostname + ": " + Failures.reason(e), e);
    } finally {
      connection.disconnect();
    }
  }

  String url(int port, String path) {
    return "http://" + address + ":" + port + path;
  }

  /** Loads the images of a file into the engine. */
  void load(Path imageTar) {
    ImageFile.names(imageTar);
    TransportRequest request =
        new TransportRequest(
            "POST",
            "/images/load?quiet=1",
            Map.of(),
            RequestBody.streaming("application/x-tar", out -> Files.copy(imageTar, out)),
            LOAD_TIMEOUT);
    send("load " + imageTar + " into " + hostname, request);
  }

  /** Posts what the engine answers with nothing or with messages, and reads them to the end. */
  void post(String target, Map<String, String> headers) {
    post(target, headers, new byte[0]);
  }

  /** Posts JSON. */
  void post(String target, JsonNode body) {
    post(target, Map.of(), body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void post(String target, Map<String, String> headers, byte[] json) {
    RequestBody body = RequestBody.of("application/json", json);
    send(
        "post " + target + " to " + hostname,
        new TransportRequest("POST", target, headers, body, LOAD_TIMEOUT));
  }

  /** Returns what the engine answers as JSON. */
  JsonNode get(String target) {
    String what = "get " + target + " from " + hostname;
    String answer = send(what, new TransportRequest("GET", target, Map.of(), null, LOAD_TIMEOUT));
    try {
      return JSON.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot " + what, e);
    }
  }

  void delete(String target) {
    send(
        "delete " + target + " from " + hostname,
        new TransportRequest("DELETE", target, Map.of(), null, LOAD_TIMEOUT));
  }

  /** Ends all containers at once, whatever time they were given to end. */
  void removeContainers() {
    List<String> ids = new ArrayList<>();
    get("/containers/json?all=1").forEach(container -> ids.add(container.path("Id").asText()));
    Parallel.forEach(
        ids,
        id -> {
          try {
            delete("/containers/" + id + "?force=1&v=1");
          } catch (IllegalStateException e) {
            // The engine itself was quicker.
          }
        });
  }

  private String send(String what, TransportRequest request) {
    try (SwarmTransport transport = transport();
        TransportResponse response = transport.send(request)) {
      String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
      Optional<String> refusal = refusal(response.status(), body);
      if (refusal.isPresent()) {
        throw new IllegalStateException("cannot " + what + ": " + refusal.get());
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot " + what, e);
    }
  }

  /** The engine may find out in the middle of an answer that began well. */
  private static Optional<String> refusal(int status, String body) throws IOException {
    if (status / 100 != 2) {
      return Optional.of("status " + status + ", " + body.strip());
    }
    try (MappingIterator<JsonNode> messages = JSON.readerFor(JsonNode.class).readValues(body)) {
      while (messages.hasNextValue()) {
        JsonNode error = messages.nextValue().get("error");
        if (error != null) {
          return Optional.of(error.asText());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns when the engine answers.
   *
   * @param running whether its process is still there
   * @param logs returns its last lines
   * @throws IllegalStateException if it ends, or does not answer in time
   */
  void awaitReady(BooleanSupplier running, IntFunction<String> logs) {
    Instant deadline = TIME.now().plus(within);
    try (OkHttpTransport transport =
        OkHttpTransport.builder(endpoint).connectTimeout(PING_TIMEOUT).build()) {
      while (!answers(transport)) {
        if (!running.getAsBoolean()) {
          throw notReady("ended", logs);
        }
        if (TIME.now().isAfter(deadline)) {
          throw notReady(
              "does not answer at " + endpoint + " within " + within.toSeconds() + "s", logs);
        }
        TIME.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          hostname + ": interrupted while waiting for the engine: " + Failures.reason(e), e);
    }
  }

  private IllegalStateException notReady(String what, IntFunction<String> logs) {
    return new IllegalStateException(
        "the engine of "
            + hostname
            + " "
            + what
            + "; it says at last:\n"
            + logs.apply(LOG_LINES_IN_MESSAGES));
  }

  private static boolean answers(SwarmTransport transport) {
    try {
      return ping(transport, PING_TIMEOUT) == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static int ping(SwarmTransport transport, Duration within) throws IOException {
    TransportRequest ping = new TransportRequest("GET", "/_ping", Map.of(), null, within);
    try (TransportResponse response = transport.send(ping)) {
      return response.status();
    }
  }

  /**
   * Returns if something answers at an address.
   *
   * @throws IOException if it does not, and {@code within} has to be a matter of seconds
   */
  static void ping(EngineAddress endpoint, Duration within) throws IOException {
    try (OkHttpTransport transport =
        OkHttpTransport.builder(endpoint).connectTimeout(within).build()) {
      ping(transport, within);
    }
  }
}
