package io.github.swarmclient.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Doors of this process to published ports that it cannot reach otherwise: each answers a GET with
 * what {@link SwarmNode#fetch} returns, or with status 502.
 */
final class FetchServers implements AutoCloseable {
  private final SwarmNode node;
  private final Map<Integer, HttpServer> servers = new LinkedHashMap<>();

  FetchServers(SwarmNode node) {
    this.node = node;
  }

  /** Returns the door to a port, always the same. */
  synchronized InetSocketAddress at(int port) {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("no port: " + port);
    }
    return servers.computeIfAbsent(port, this::open).getAddress();
  }

  private HttpServer open(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> answer(exchange, port));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen for port " + port + " of " + node, e);
    }
  }

  private void answer(HttpExchange exchange, int port) throws IOException {
    int status = 200;
    String text;
    try {
      text = node.fetch(port, exchange.getRequestURI().toString());
    } catch (IOException e) {
      status = 502;
      text = Failures.reason(e);
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public synchronized void close() {
    servers.values().forEach(server -> server.stop(0));
    servers.clear();
  }
}
