package io.github.swarmclient.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.swarmclient.SwarmClient;
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
import java.util.Map;
import java.util.Optional;

/**
 * One engine of a {@link DindSwarm}, and the switches of its host: the plug, the network cable.
 * Whatever is done with them, address and endpoint stay, so that a client made before works after.
 */
public final class DindNode implements SwarmNode {
  private static final TimeSource TIME = TimeSource.system();
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration LOAD_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration EXEC_TIMEOUT = Duration.ofMinutes(1);

  /** Longer than the 15 seconds that an engine gives its containers. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);

  private static final int LOG_LINES = 200;
  private static final int LOG_LINES_IN_MESSAGES = 20;

  private final String hostname;
  private final String address;
  private final DindContainer container;
  private final Duration within;
  private final boolean direct;

  DindNode(
      String hostname, String address, DindContainer container, Duration within, boolean direct) {
    this.hostname = hostname;
    this.address = address;
    this.container = container;
    this.within = within;
    this.direct = direct;
  }

  @Override
  public String hostname() {
    return hostname;
  }

  @Override
  public String address() {
    return address;
  }

  /** Returns where this process reaches the engine. */
  public EngineAddress endpoint() {
    return container.endpoint();
  }

  @Override
  public SwarmClient connect() {
    return SwarmClient.builder().transport(transport()).time(TIME).build();
  }

  /** Returns a new transport to this engine. Whoever calls this closes it. */
  public SwarmTransport transport() {
    return OkHttpTransport.open(endpoint());
  }

  /**
   * {@inheritDoc} It is asked for within the node where Docker's networks cannot be reached from
   * this process, as with Docker Desktop.
   */
  @Override
  public String fetch(int port, String path) throws IOException {
    return direct ? fetchDirectly(port, path) : fetchInside(port, path);
  }

  private String fetchDirectly(int port, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(url(port, path)).toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout((int) FETCH_TIMEOUT.toMillis());
    connection.setReadTimeout((int) FETCH_TIMEOUT.toMillis());
    connection.setInstanceFollowRedirects(false);
    // Every connection may be answered by another replica.
    connection.setRequestProperty("Connection", "close");
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException(url(port, path) + " answered with status " + status);
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

  private String fetchInside(int port, String path) throws IOException {
    String url = url(port, path);
    ExecResult result =
        exec("wget", "-q", "-O", "-", "-T", Long.toString(FETCH_TIMEOUT.toSeconds()), url);
    if (result.exitCode() != 0) {
      throw new IOException(
          "nothing to be had from "
              + hostname
              + ", asked in its container for "
              + url
              + ": "
              + (result.stderr() + result.stdout()).strip());
    }
    return result.stdout();
  }

  private String url(int port, String path) {
    return "http://" + address + ":" + port + path;
  }

  /** Shuts the engine down in good order, and returns when it has ended. */
  public void stop() {
    container.stop(STOP_GRACE);
  }

  /** Ends the engine and its containers at once, as a power cut does. */
  public void kill() {
    container.kill();
  }

  /** Starts the engine again, and returns when it answers. Does nothing if it runs. */
  public void start() {
    container.start();
    awaitReady();
  }

  /** Freezes the engine and its containers: connections stay open, and nothing answers. */
  public void pause() {
    container.pause();
  }

  /** Lets the engine go on after {@link #pause}, and returns when it answers. */
  public void unpause() {
    container.unpause();
    awaitReady();
  }

  /**
   * Pulls the network cable: neither the other engines nor a client of this one reach it, and open
   * connections hang.
   */
  public void isolate() {
    container.disconnect();
  }

  /** Puts the network cable in again, and returns when the engine answers. */
  public void heal() {
    container.connect();
    awaitReady();
  }

  /**
   * Runs a command in the container of the engine, where also the docker command line is.
   *
   * @throws IllegalStateException if the engine is stopped, or it takes longer than a minute
   */
  public ExecResult exec(String... command) {
    try {
      return container.exec(EXEC_TIMEOUT, command);
    } catch (RuntimeException e) {
      throw failed("cannot run " + String.join(" ", command), e);
    }
  }

  /** Returns the last 200 lines that the engine logged, also if it is stopped. */
  public String engineLogs() {
    return container.logs(LOG_LINES);
  }

  /**
   * Loads images into the engine.
   *
   * @param imageTar what {@code docker save} wrote
   * @throws UncheckedIOException if the file cannot be read, or the engine does not answer
   * @throws IllegalStateException if the engine refuses
   */
  public void load(Path imageTar) {
    TransportRequest request =
        new TransportRequest(
            "POST",
            "/images/load?quiet=1",
            Map.of(),
            RequestBody.streaming("application/x-tar", out -> Files.copy(imageTar, out)),
            LOAD_TIMEOUT);
    try (SwarmTransport transport = transport();
        TransportResponse response = transport.send(request)) {
      String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
      Optional<String> refusal = refusal(response.status(), body);
      if (refusal.isPresent()) {
        throw new IllegalStateException(
            "cannot load " + imageTar + " into " + hostname + ": " + refusal.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + imageTar + " into " + hostname, e);
    }
  }

  /** The engine may find out in the middle of an answer that began well. */
  private static Optional<String> refusal(int status, String body) throws IOException {
    if (status != HttpURLConnection.HTTP_OK) {
      return Optional.of("status " + status + ", " + body.strip());
    }
    try (MappingIterator<JsonNode> messages =
        new ObjectMapper().readerFor(JsonNode.class).readValues(body)) {
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
   * @throws IllegalStateException if it ends, or does not answer in time
   */
  void awaitReady() {
    Instant deadline = TIME.now().plus(within);
    try (OkHttpTransport transport =
        OkHttpTransport.builder(endpoint()).connectTimeout(PING_TIMEOUT).build()) {
      while (!answers(transport)) {
        if (!container.isRunning()) {
          throw notReady("ended");
        }
        if (TIME.now().isAfter(deadline)) {
          throw notReady(
              "does not answer at " + endpoint() + " within " + within.toSeconds() + "s");
        }
        TIME.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted while waiting for the engine", e);
    }
  }

  private IllegalStateException notReady(String what) {
    return new IllegalStateException(
        "the engine of "
            + hostname
            + " "
            + what
            + "; it says at last:\n"
            + container.logs(LOG_LINES_IN_MESSAGES));
  }

  private static boolean answers(SwarmTransport transport) {
    TransportRequest ping = new TransportRequest("GET", "/_ping", Map.of(), null, PING_TIMEOUT);
    try (TransportResponse response = transport.send(ping)) {
      return response.status() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private IllegalStateException failed(String what, Exception e) {
    return new IllegalStateException(hostname + ": " + what + ": " + Failures.reason(e), e);
  }

  /** Returns whether the kernel has IPVS, once it was asked to load it. */
  boolean hasIpvs() {
    // Without a modprobe of its own, or the modules' files, a container can still make the kernel
    // load one: by asking for a network device of that name.
    String script = "modprobe ip_vs || ip link show ip_vs || true; test -e /proc/net/ip_vs";
    return exec("sh", "-c", script).exitCode() == 0;
  }

  String containerId() {
    return container.id();
  }

  void remove() {
    container.close();
  }

  /** Returns the host name and the endpoint. */
  @Override
  public String toString() {
    return hostname + " at " + endpoint();
  }
}
